import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { ServiceContext } from '@/lib/core/context';
import { sendDueLetters } from '@/lib/features/auth/server/letters';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { requestEmailVerification } from '@/lib/features/auth/server/request-email-verification';
import { requestPasswordReset } from '@/lib/features/auth/server/request-password-reset';
import { resetPassword } from '@/lib/features/auth/server/reset-password';
import { signUp } from '@/lib/features/auth/server/sign-up';
import { createMailer } from '@/lib/mail/create-mailer';
import { createMember } from '@/tests/factories/people';
import { freePort } from '@/tests/support/start-product';
import { useTestEnv } from '@/tests/support/test-env';

const MINUTE = 60_000;
const FROM = { address: '192.0.2.1', locale: 'ko' } as const;

describe('letters that do not go at once', () => {
  const env = useTestEnv();
  let passwordHash: string;
  beforeAll(async () => {
    passwordHash = await hashPassword('Drill!2345');
  });
  beforeEach(async () => {
    env.letters.length = 0;
    await env.db.rateLimit.deleteMany();
    await env.db.letter.deleteMany();
  });

  async function member() {
    const { id } = await createMember(env.db, { passwordHash });
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id } });
    return email ?? '';
  }
  /** The process dies before anything that was left for after the answer. */
  const dying = (): ServiceContext => ({ ...env.ctx(), afterwards: () => undefined });
  const failing = (error: Error, noted: object[] = []): ServiceContext => {
    const ctx = env.ctx();
    const note = (fields: object) => void noted.push(fields);
    const mail = { send: () => Promise.reject(error) };
    return { ...ctx, mail, logger: { ...ctx.logger, warn: note, error: note } };
  };
  const job = (ctx = env.ctx({ kind: 'system' })) => sendDueLetters(ctx);
  const waiting = () => env.db.letter.count();

  it('outlive the process that promised them, go once, and leave nothing behind', async () => {
    const email = await member();
    await requestPasswordReset(dying(), { email }, FROM);
    expect(env.letters).toEqual([]);
    const results = await Promise.all([job(), job(), job()]);
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(env.letters.map(({ to }) => to)).toEqual([email]);
    expect(await waiting()).toBe(0);
    const token = /token=([\w-]+)/.exec(env.letters[0]?.text ?? '')?.[1] ?? '';
    const password = 'Kupfer!7bohr';
    await expect(
      resetPassword(env.ctx(), { token, password, passwordConfirm: password }),
    ).resolves.toMatchObject({ isKakaoUnlinked: false });
  });

  it('verify the address of a new member also when that process dies', async () => {
    const password = 'Kupfer!7bohr';
    const email = 'newcomer@example.com';
    const person = { email, password, passwordConfirm: password, nickname: '새이웃', regionCode: '11680' };
    await signUp({ ...dying(), actor: { kind: 'visitor' } }, person, FROM);
    expect(env.letters).toEqual([]);
    expect(await job()).toMatchObject({ sent: 1 });
    expect(env.letters.map(({ to }) => to)).toEqual([email]);
  });

  it('are kept sealed: whose they are is in no column, and nowhere in the log', async () => {
    const email = await member();
    await requestPasswordReset(dying(), { email }, FROM);
    const rows = await env.db.$queryRaw<object[]>`
      SELECT to_jsonb(letter)::text AS "row", encode("sealed", 'escape') AS "sealed" FROM "Letter" letter`;
    expect(JSON.stringify(rows)).not.toContain(email.split('@')[0]);
    const noted: object[] = [];
    const refusal = Object.assign(new Error(`550 no mailbox ${email}`), {
      code: 'EENVELOPE',
      responseCode: 550,
      rejected: [email],
    });
    await job(failing(refusal, noted));
    expect(noted).toEqual([
      {
        kind: 'RESET_PASSWORD',
        tries: 1,
        code: 'EENVELOPE',
        responseCode: 550,
        requestId: expect.anything(),
      },
    ]);
  });

  it('are tried again after 1, 2, 4 … minutes, and given up when it is too late', async () => {
    const email = await member();
    await requestPasswordReset(failing(new Error('down')), { email }, FROM);
    await env.settled();
    expect(await waiting()).toBe(1);
    const tries: number[] = [];
    for (let minute = 1; minute <= 61; minute += 1) {
      env.clock.advance(MINUTE);
      const ctx = env.ctx({ kind: 'system' });
      const mail = {
        send: () => {
          tries.push(minute);
          return Promise.reject(new Error('down'));
        },
      };
      await job({ ...ctx, mail });
    }
    expect(tries).toEqual([1, 3, 7, 15, 31]);
    expect(await waiting()).toBe(0);
    expect(env.letters).toEqual([]);
  });

  it('of a process that died while it sent go again a minute later, not before', async () => {
    const email = await member();
    await requestPasswordReset(dying(), { email }, FROM);
    const ctx = env.ctx({ kind: 'system' });
    const begun = new Promise<void>((resolve) => {
      void job({ ...ctx, mail: { send: () => new Promise(() => resolve()) } });
    });
    await begun;
    expect(await job()).toEqual({ sent: 0, givenUp: 0 });
    env.clock.advance(MINUTE);
    expect(await job()).toEqual({ sent: 1, givenUp: 0 });
    expect(env.letters).toHaveLength(1);
  });

  it('to an address that nobody has are stored alike, and go nowhere', async () => {
    await requestPasswordReset(dying(), { email: 'nobody@example.com' }, FROM);
    expect(await waiting()).toBe(1);
    await job();
    expect(await waiting()).toBe(0);
    expect(env.letters).toEqual([]);
  });

  it('that verify an address are not sent once it is verified, or another’s', async () => {
    const one = await createMember(env.db);
    await requestEmailVerification({ ...dying(), actor: one }, { locale: 'ko' });
    await env.db.user.update({ where: { id: one.id }, data: { emailVerifiedAt: env.clock.now } });
    const other = await createMember(env.db);
    await requestEmailVerification({ ...dying(), actor: other }, { locale: 'ko' });
    await env.db.user.update({ where: { id: other.id }, data: { email: 'moved@example.com' } });
    await job();
    expect(env.letters).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('reach a mail server that was away for a while', async () => {
    const email = await member();
    const port = await freePort();
    const mailer = createMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      folder: '/nowhere',
      from: '이거대여 <no-reply@example.com>',
    });
    const ctx = { ...env.ctx({ kind: 'system' }), mail: mailer };
    await requestPasswordReset(ctx, { email }, FROM);
    await env.settled();
    expect(await waiting()).toBe(1);
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        stream.resume().on('end', () => {
          received.push(...envelope.rcptTo.map(({ address }) => address));
          done();
        });
      },
    });
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    expect((server.server.address() as AddressInfo).port).toBe(port);
    env.clock.advance(MINUTE);
    await job(ctx);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(received).toEqual([email]);
    expect(await waiting()).toBe(0);
  });
});
