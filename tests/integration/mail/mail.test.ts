import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { createMailer } from '@/lib/mail/create-mailer';
import { resetLetter, verificationLetter } from '@/lib/mail/letters';

const LINK = 'http://site.example/reset-password?token=abc&x=<b>';
const LETTER = resetLetter({ locale: 'ko', to: 'mina@example.com', link: LINK, minutes: 30 });
const FROM = '이거대여 <no-reply@example.com>';

describe('a letter by SMTP', () => {
  const received: { from: string; to: string[]; data: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('unknown') ? new Error('no such mailbox') : null),
    onData: (stream, { envelope }, done) => {
      let data = '';
      stream.on('data', (chunk) => (data += chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), data });
        done();
      });
    },
  });
  let smtpUrl = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const mailer = (url = smtpUrl) => createMailer({ smtpUrl: url, folder: '/nowhere', from: FROM });

  it('reaches the server with its sender, its receiver, and both forms', async () => {
    await mailer().send(LETTER);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from: 'no-reply@example.com', to: ['mina@example.com'] });
    expect(received[0]?.data).toContain('multipart/alternative');
    expect(received[0]?.data).toMatch(/^Content-Type: text\/plain/m);
    expect(received[0]?.data).toMatch(/^Content-Type: text\/html/m);
  });

  it('rejects when the server does not take it, or is not there', async () => {
    await expect(mailer().send({ ...LETTER, to: 'unknown@example.com' })).rejects.toThrow(/no such mailbox/);
    await expect(mailer('smtp://127.0.0.1:1').send(LETTER)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('takes an address for one address, never for a header', async () => {
    const before = received.length;
    const sending = mailer().send({ ...LETTER, to: 'a@example.com\r\nBcc: b@example.com' });
    await sending.catch(() => undefined);
    for (const { to, data } of received.slice(before)) {
      expect(to).not.toContain('b@example.com');
      expect(data).not.toMatch(/^Bcc:/im);
    }
  });
});

describe('a letter without a server', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-mail-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('becomes a file that only its owner can read, and the path is told', async () => {
    const told: string[] = [];
    const mailer = createMailer({
      smtpUrl: undefined,
      folder: join(folder, 'mail'),
      from: FROM,
      onFile: (path) => told.push(path),
    });
    await mailer.send(LETTER);
    const [name = ''] = await readdir(join(folder, 'mail'));
    const path = join(folder, 'mail', name);
    expect(told).toEqual([path]);
    expect(name).toMatch(/\.eml$/);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await readFile(path, 'utf8')).toMatch(/^To: mina@example\.com$/m);
  });
});

describe('the words of a letter', () => {
  it('are in the language of the reader', () => {
    const letter = { to: 'a@example.com', link: LINK, hours: 24 };
    expect(verificationLetter({ ...letter, locale: 'ko' }).text).toContain('24시간');
    expect(verificationLetter({ ...letter, locale: 'en' }).text).toContain('24 hours');
  });

  it('never become markup', () => {
    expect(LETTER.html).not.toContain('<b>');
    expect(LETTER.html).toContain('token=abc&amp;x=&lt;b&gt;');
    expect(LETTER.text).toContain(LINK);
  });
});
