import { requestUpload } from '@/lib/features/images/server/request-upload';
import { createMember } from '@/tests/factories/people';
import { plainPicture } from '@/tests/factories/pictures';
import { postUpload } from '@/tests/factories/uploads';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const HOUR_MS = 3_600_000;

describe('asking for an upload', () => {
  const env = useTestEnv();

  it('issues a form with which the browser can post the file, below a prefix of the member', async () => {
    const member = await createMember(env.db);
    const picture = await plainPicture();
    const upload = await requestUpload(env.ctx(member), { contentType: 'image/jpeg', bytes: picture.length });
    expect(upload.key).toMatch(new RegExp(`^uploads/${member.id}/[0-9a-f-]{36}$`));
    await expect(postUpload(upload, picture)).resolves.toBe(204);
    await expect(env.storage.head(upload.key)).resolves.toEqual({
      size: picture.length,
      contentType: 'image/jpeg',
    });
  });

  it('issues no form for more bytes than were announced', async () => {
    const member = await createMember(env.db);
    const upload = await requestUpload(env.ctx(member), { contentType: 'image/jpeg', bytes: 10 });
    await expect(postUpload(upload, Buffer.alloc(11))).resolves.toBe(400);
  });

  it('leaves the original unreadable for everybody', async () => {
    const member = await createMember(env.db);
    const upload = await requestUpload(env.ctx(member), { contentType: 'image/jpeg', bytes: 10 });
    await postUpload(upload, Buffer.alloc(10));
    const { status } = await fetch(env.storage.publicUrl(upload.key));
    expect(status).toBe(403);
  });

  it.each([
    [{ contentType: 'text/html', bytes: 10 }, { contentType: 'image.type' }],
    [{ contentType: 'image/svg+xml', bytes: 10 }, { contentType: 'image.type' }],
    [{ contentType: 'image/png', bytes: 0 }, { bytes: 'image.empty' }],
    [{ contentType: 'image/png', bytes: 50 * 1024 * 1024 + 1 }, { bytes: 'image.size' }],
    [{ contentType: 'image/png', bytes: 1.5 }, { bytes: 'image.size' }],
  ])('refuses %j', async (input, fields) => {
    const member = await createMember(env.db);
    const refusal = await refusalOf(requestUpload(env.ctx(member), input as never));
    expect(refusal).toMatchObject({ code: 'INVALID', fields });
  });

  it('refuses a stranger without login, and a member without a district', async () => {
    const input = { contentType: 'image/png', bytes: 10 } as const;
    expect(await refusalOf(requestUpload(env.ctx(), input))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const newcomer = { ...(await createMember(env.db)), regionCode: null };
    expect(await refusalOf(requestUpload(env.ctx(newcomer), input))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('issues 30 in an hour that no item takes, whoever asks at once, and more an hour later', async () => {
    const member = await createMember(env.db);
    const ask = () => requestUpload(env.ctx(member), { contentType: 'image/png', bytes: 10 });
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, ask));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
    await expect(ask()).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: { key: 'image.tooMany', values: { minutes: 60 } },
      retryAfterSeconds: 3_600,
    });
    env.clock.advance(HOUR_MS);
    await expect(ask()).resolves.toBeTruthy();
  });
});
