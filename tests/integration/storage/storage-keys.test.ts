import {
  avatarKey,
  imageKey,
  ownsUploadKey,
  PUBLIC_PREFIXES,
  UPLOAD_PREFIX,
  uploadKey,
} from '@/lib/storage/keys';

it('keys are built from safe parts', () => {
  expect(uploadKey('user_1', 'r-2')).toBe('uploads/user_1/r-2');
  expect(imageKey('img', 640)).toBe('images/img/640.webp');
  expect(imageKey('img', 640, 'avif')).toBe('images/img/640.avif');
  expect(avatarKey('user_1', 'r')).toBe('avatars/user_1/r.webp');
});

it('uploads are not public, pictures are', () => {
  const isPublic = (key: string) => PUBLIC_PREFIXES.some((prefix) => key.startsWith(prefix));
  expect([uploadKey('u', 'r'), imageKey('i', 1), avatarKey('u', 'r')].map(isPublic)).toEqual([
    false,
    true,
    true,
  ]);
  expect(uploadKey('u', 'r').startsWith(UPLOAD_PREFIX)).toBe(true);
});

it.each(['', '..', '.', 'a/b', 'a b', 'a\0', '한', 'x'.repeat(65), 'a\n'])('%j is no id', (id) => {
  expect(() => uploadKey(id, 'r')).toThrow(RangeError);
  expect(() => uploadKey('u', id)).toThrow(RangeError);
  expect(() => imageKey(id, 1)).toThrow(RangeError);
  expect(() => avatarKey('u', id)).toThrow(RangeError);
  expect(ownsUploadKey(id, `uploads/${id}/r`)).toBe(false);
});

it.each([0, -1, 1.5, Number.NaN])('%d is no width', (width) => {
  expect(() => imageKey('i', width)).toThrow(RangeError);
});

it.each<[string, boolean]>([
  ['uploads/me/r1', true],
  ['uploads/you/r1', false],
  ['uploads/me2/r1', false],
  ['uploads/me/', false],
  ['uploads/me', false],
  ['uploads/me/../you/r1', false],
  ['uploads/me/a/b', false],
  ['uploads/me/..', false],
  ['/uploads/me/r1', false],
  ['Uploads/me/r1', false],
  ['uploads/me/r1\n', false],
  ['images/me/r1', false],
  ['', false],
])('ownsUploadKey of "me" for %j is %s', (key, owns) => {
  expect(ownsUploadKey('me', key)).toBe(owns);
});
