import sharp from 'sharp';
import { prepareUpload } from '@/lib/features/images/server/prepare-upload';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import { IMAGE_WIDTHS, variantUrl } from '@/lib/features/images/variants';
import { createMember } from '@/tests/factories/people';
import { phonePhotograph, pictureClaiming, plainPicture } from '@/tests/factories/pictures';
import { sendUpload } from '@/tests/factories/uploads';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('preparing an upload', () => {
  const env = useTestEnv();

  it('shows a 12-megapixel photograph to everybody upright, in three widths, without EXIF and GPS', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const original = await phonePhotograph();
    expect((await sharp(original).metadata()).exif?.includes('SecretPhone')).toBe(true);
    const key = await sendUpload(ctx, original);
    const image = await prepareUpload(ctx, { key });
    expect(image).toMatchObject({
      width: 1280,
      height: 1707,
      color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
    for (const width of IMAGE_WIDTHS) {
      const response = await fetch(variantUrl(image.baseUrl, width));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const stored = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect(stored).toMatchObject({ format: 'webp', width });
      expect(stored.exif).toBeUndefined();
    }
  });

  it('is refused without a district', async () => {
    const member = await createMember(env.db);
    const key = await sendUpload(env.ctx(member));
    const newcomer = env.ctx({ ...member, regionCode: null });
    expect(await refusalOf(prepareUpload(newcomer, { key }))).toMatchObject({ key: 'auth.regionRequired' });
  });

  it('removes the original', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const key = await sendUpload(ctx);
    await prepareUpload(ctx, { key });
    await env.settled();
    await expect(env.storage.head(key)).resolves.toBeNull();
  });

  it('gives the same picture again, also to ten who ask at once', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const key = await sendUpload(ctx);
    const images = await Promise.all(Array.from({ length: 10 }, () => prepareUpload(ctx, { key })));
    images.push(await prepareUpload(ctx, { key }));
    expect(new Set(images.map(({ id }) => id)).size).toBe(1);
    await expect(env.db.image.count({ where: { upload: { key } } })).resolves.toBe(1);
  });

  it('2022 fault: an .html was stored as a picture', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const key = await sendUpload(ctx, Buffer.from('<!doctype html><script>alert(1)</script>'));
    expect(await refusalOf(prepareUpload(ctx, { key }))).toMatchObject({
      code: 'INVALID',
      key: 'image.type',
    });
    await expect(env.storage.head(key)).resolves.toBeNull();
    expect(await refusalOf(prepareUpload(ctx, { key }))).toMatchObject({ code: 'INVALID' });
    await expect(env.db.image.count({ where: { upload: { key } } })).resolves.toBe(0);
  });

  it('refuses a picture of 14,000 × 14,000 pixels', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const key = await sendUpload(ctx, await pictureClaiming({ width: 14_000, height: 14_000 }));
    expect(await refusalOf(prepareUpload(ctx, { key }))).toMatchObject({ key: 'image.tooLarge' });
  });

  it('refuses a stranger, with or without login', async () => {
    const key = await sendUpload(env.ctx(await createMember(env.db)));
    const stranger = await createMember(env.db);
    const refusal = await refusalOf(prepareUpload(env.ctx(stranger), { key }));
    expect(refusal).toMatchObject({ code: 'INVALID', key: 'image.missing' });
    expect(await refusalOf(prepareUpload(env.ctx(), { key }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(env.storage.head(key)).resolves.not.toBeNull();
  });

  it('refuses what was issued and never sent, and may be sent still', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const { key } = await requestUpload(ctx, { contentType: 'image/png', bytes: 10 });
    expect(await refusalOf(prepareUpload(ctx, { key }))).toMatchObject({ key: 'image.missing' });
    await env.storage.write(key, await plainPicture(), { contentType: 'image/png', cacheControl: 'private' });
    await expect(prepareUpload(ctx, { key })).resolves.toBeTruthy();
  });

  it('refuses an object that was never issued, even below the own prefix', async () => {
    const member = await createMember(env.db);
    const key = `uploads/${member.id}/smuggled`;
    await env.storage.write(key, await plainPicture(), { contentType: 'image/png', cacheControl: 'private' });
    const refusal = await refusalOf(prepareUpload(env.ctx(member), { key }));
    expect(refusal).toMatchObject({ code: 'INVALID', key: 'image.missing' });
  });

  it.each([[''], ['../../etc/passwd'], ['uploads/'], ['\0'], ['x'.repeat(500)], [null], [{}]])(
    'refuses the key %j',
    async (key) => {
      const ctx = env.ctx(await createMember(env.db));
      expect(await refusalOf(prepareUpload(ctx, { key } as never))).toMatchObject({ code: 'INVALID' });
    },
  );
});
