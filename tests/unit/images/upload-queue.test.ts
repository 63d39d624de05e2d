import fc from 'fast-check';
import { imageTypeOf } from '@/lib/features/images/file-type';
import {
  addFiles,
  countUploads,
  fromStored,
  movePicture,
  nextToStart,
  removePicture,
  retryPicture,
  setReady,
  setStatus,
  toImageRefs,
  type UploadQueue,
} from '@/lib/features/images/upload-queue';

const MB = 1024 * 1024;
const image = { id: 'i', baseUrl: '/images/i', width: 4, height: 3, blurDataUrl: '', color: '#aaaaaa' };
const file = (id: string, size = MB, type = 'image/jpeg') => ({ id, name: `${id}.jpg`, type, size });
const queueOf = (...ids: string[]) =>
  addFiles(
    [],
    ids.map((id) => file(id)),
  ).queue;
const ids = (queue: UploadQueue) => queue.map(({ id }) => id);

it('takes five pictures and says of each other one why not', () => {
  const { queue, refusals } = addFiles(
    [],
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => file(id)),
  );
  expect(ids(queue)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(refusals).toEqual([
    { name: 'f.jpg', why: 'count' },
    { name: 'g.jpg', why: 'count' },
  ]);
});

it('takes 50 MB together and not a byte more, and smaller ones behind a refused one', () => {
  const { queue, refusals } = addFiles([], [file('a', 49 * MB), file('b', MB + 1), file('c', MB)]);
  expect(ids(queue)).toEqual(['a', 'c']);
  expect(refusals).toEqual([{ name: 'b.jpg', why: 'size' }]);
});

it('refuses what is no picture and what is empty', () => {
  const { queue, refusals } = addFiles([], [file('a', MB, 'text/html'), file('b', 0)]);
  expect(queue).toEqual([]);
  expect(refusals.map(({ why }) => why)).toEqual(['type', 'empty']);
});

it.each([
  ['a.jpg', 'image/jpeg', 'image/jpeg'],
  ['a.jpg', 'IMAGE/JPG', 'image/jpeg'],
  ['a.HEIC', '', 'image/heic'],
  ['a.heif', 'image/heif', 'image/heic'],
  ['a.jpg', 'text/html', null],
  ['a.svg', 'image/svg+xml', null],
  ['a', '', null],
])('%s of type %p is announced as %p', (name, type, expected) => {
  expect(imageTypeOf({ name, type })).toBe(expected);
});

it('starts two at a time, in order, and the next when one is through', () => {
  let queue: UploadQueue = queueOf('a', 'b', 'c', 'd');
  expect(ids(nextToStart(queue))).toEqual(['a', 'b']);
  queue = setStatus(queue, 'a', { kind: 'sending', progress: 0.5 });
  queue = setStatus(queue, 'b', { kind: 'preparing', uploadKey: 'k' });
  expect(nextToStart(queue)).toEqual([]);
  queue = setReady(queue, 'b', 'k', image);
  expect(ids(nextToStart(queue))).toEqual(['c']);
});

it('lets a failed one wait for nobody', () => {
  let queue: UploadQueue = queueOf('a', 'b', 'c');
  const failed = { kind: 'failed', message: '', canRetry: true, uploadKey: null } as const;
  queue = setStatus(setStatus(queue, 'a', failed), 'b', failed);
  expect(ids(nextToStart(queue))).toEqual(['c']);
  expect(countUploads(queue)).toEqual({ total: 3, done: 0, failed: 2, running: 1 });
});

it('tries again what may be tried, without sending twice what has arrived', () => {
  let queue: UploadQueue = queueOf('a', 'b');
  queue = setStatus(queue, 'a', { kind: 'failed', message: '', canRetry: true, uploadKey: 'k' });
  queue = setStatus(queue, 'b', { kind: 'failed', message: '', canRetry: false, uploadKey: null });
  queue = retryPicture(retryPicture(queue, 'a'), 'b');
  expect(queue[0]?.status).toEqual({ kind: 'waiting', uploadKey: 'k' });
  expect(queue[1]?.status.kind).toBe('failed');
});

it('leaves a removed picture removed, whatever its upload still says', () => {
  const queue = removePicture(queueOf('a', 'b'), 'a');
  expect(ids(setReady(queue, 'a', 'k', image))).toEqual(['b']);
  expect(ids(setStatus(queue, 'a', { kind: 'sending', progress: 1 }))).toEqual(['b']);
});

it('sends what the server has, in the order shown', () => {
  let queue: UploadQueue = [...fromStored([image]), ...queueOf('a', 'b')];
  queue = setReady(queue, 'a', 'key-a', image);
  queue = movePicture(queue, 'a', 0);
  expect(toImageRefs(queue)).toEqual([{ uploadKey: 'key-a' }, { imageId: 'i' }]);
});

it('moves one and keeps the order of the others, whatever place is asked for', () => {
  const places = fc.record({
    which: fc.constantFrom('a', 'b', 'c', 'd'),
    place: fc.integer({ min: -3, max: 9 }),
  });
  fc.assert(
    fc.property(places, ({ which, place }) => {
      const moved = movePicture(queueOf('a', 'b', 'c', 'd'), which, place);
      expect(moved[Math.max(0, Math.min(3, place))]?.id).toBe(which);
      expect(ids(moved).filter((id) => id !== which)).toEqual(
        ['a', 'b', 'c', 'd'].filter((id) => id !== which),
      );
    }),
  );
});
