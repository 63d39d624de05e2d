import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { issueEmailToken } from '@/lib/features/auth/server/email-tokens';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { signAccessToken } from '@/lib/realtime/server/access-token';
import { apiDocument } from '@/lib/rest/document';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { browserCookieOf, readPage, untilAnswering } from '@/tests/support/as-browser';
import { useOwnProduct } from '@/tests/support/own-product';
import { ask, next, record, SECRET } from '@/tests/support/realtime-env';
import { SITE_ROUTES } from './support/site-routes';

/** A page leads to a few dozen others; a list that never ends is cut here. */
const MOST_PAGES = 120;
/** Names of columns that no answer has a reason to name, and what hashes look like. */
const NEVER = /passwordHash|tokenHash|sessionVersion|\$argon2|emailVerifiedAt|suspendedReason|kakaoId/;

const PASSWORD = 'Hidden!2345';

interface Person extends Crowd {
  email: string;
  /** what nobody else may see, as it stands in the database */
  secrets: string[];
}

describe('what belongs to one member', () => {
  const site = useOwnProduct({ LOG_LEVEL: 'debug', WEB_CONCURRENCY: '1' });
  let ann: Person;
  let ben: Person;
  let roomId: string;

  beforeAll(async () => {
    await untilAnswering(site.url);
    [ann, ben] = [await createPerson(), await createPerson()];
    const room = await site.env.db.room.findUniqueOrThrow({ where: { id: ann.room } });
    await site.env.db.room.update({ where: { id: room.id }, data: { inquirerId: ben.me.id } });
    await site.env.db.roomMember.updateMany({
      where: { roomId: room.id, userId: { not: ann.me.id } },
      data: { userId: ben.me.id },
    });
    roomId = room.id;
  });

  async function createPerson(): Promise<Person> {
    const { db } = site.env;
    const crowd = await createCrowd(site.env, { rows: 4, now: new Date() });
    const email = `secret-${randomUUID().slice(0, 12)}@example.com`;
    const passwordHash = await hashPassword(PASSWORD);
    await db.user.update({ where: { id: crowd.me.id }, data: { email, passwordHash } });
    const texts = await writePrivately(crowd);
    const tokens = await takeTokens(crowd.me.id, email);
    return { ...crowd, email, secrets: [email, email.toUpperCase(), passwordHash, ...texts, ...tokens] };
  }

  /** What a member has written to another, about a rental and to the admins. */
  async function writePrivately({ me, room, requested }: Crowd) {
    const { db } = site.env;
    const [inRoom, why, toAdmins] = ['말', '까닭', '건의'].map((word) => `비밀${word}${randomUUID()}`) as [
      string,
      string,
      string,
    ];
    const other = await db.room.findFirstOrThrow({
      where: { id: { not: room }, OR: [{ authorId: me.id }, { inquirerId: me.id }] },
    });
    const { count } = await db.message.updateMany({ where: { roomId: other.id }, data: { body: inRoom } });
    expect(count).toBeGreaterThan(0);
    await db.rentalEvent.create({
      data: { rentalId: requested, toStatus: 'REQUESTED', actorId: me.id, reason: why },
    });
    await db.feedback.create({ data: { userId: me.id, title: toAdmins, body: toAdmins } });
    return [inRoom, why, toAdmins];
  }

  /** Tokens that really let in, and their digests as the database has them. */
  async function takeTokens(userId: string, email: string) {
    const { db } = site.env;
    const inLetter = await issueEmailToken(site.env.ctx(), 'RESET_PASSWORD', { userId, email });
    const answer = await fetch(`${site.url}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    const { accessToken, refreshToken } = (await answer.json()) as Record<string, string>;
    const kept = await Promise.all([
      db.refreshToken.findFirstOrThrow({ where: { userId } }),
      db.emailToken.findFirstOrThrow({ where: { userId } }),
    ]);
    const secrets = [inLetter, accessToken, refreshToken, ...kept.map(({ tokenHash }) => tokenHash)];
    expect(secrets).not.toContain(undefined);
    return [...secrets.map(String), PASSWORD];
  }

  async function read(path: string, headers: Record<string, string> = {}) {
    return readPage(site.url + path, headers);
  }

  function expectNothingOf(others: Person[], where: string, text: string) {
    const found = others.flatMap(({ secrets }) => secrets.filter((secret) => text.includes(secret)));
    expect([where, ...found]).toEqual([where]);
    expect([where, NEVER.exec(text)?.[0]]).toEqual([where, undefined]);
  }

  /** Every page that a person can walk to, as a document and as the data that a browser fetches of it. */
  async function walk(person: Person | null, others: Person[]) {
    const headers: Record<string, string> = person ? { cookie: await browserCookieOf(person.me.id) } : {};
    const forms: Record<string, string>[] = [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }];
    const starts = SITE_ROUTES.map(({ path }) => path(person ?? ann));
    const waiting = new Set([...starts, ...others.map((other) => `/users/${other.me.id}`)]);
    const seen = new Set<string>();
    for (const path of waiting) {
      if (seen.size >= MOST_PAGES) break;
      seen.add(path);
      for (const form of forms) {
        const { body } = await read(path, { ...headers, ...form });
        expectNothingOf(others, `${path} ${JSON.stringify(form)}`, body);
        for (const [, link = ''] of body.matchAll(/href="(\/[^"#]*)"/g)) {
          if (!link.startsWith('/_next/')) waiting.add(link.replaceAll('&amp;', '&'));
        }
      }
    }
    return seen;
  }

  it('is in no page that another walks to, nor in its data', async () => {
    const [asBen, asVisitor] = [await walk(ben, [ann]), await walk(null, [ann, ben])];
    expect(asBen.size).toBeGreaterThan(SITE_ROUTES.length);
    expect(asVisitor.size).toBeGreaterThan(20);
    // Else nothing would have been found for want of being there.
    const own = await read('/mypage?tab=profile', { cookie: await browserCookieOf(ann.me.id) });
    expect(own.body).toContain(ann.email);
  }, 240_000);

  it('is in no answer of the API to another', async () => {
    const token = await signAccessToken({ userId: ben.me.id, sessionVersion: 1 }, SECRET);
    const ids: Record<string, string> = {
      itemId: ann.item,
      memberId: ann.me.id,
      roomId,
      rentalId: ann.ended,
    };
    let answered = 0;
    for (const [template, methods] of Object.entries(apiDocument().paths)) {
      if (!('get' in methods)) continue;
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ann.me.id);
      const { status, body } = await read(`/api/v1${path}`, { authorization: `Bearer ${token}` });
      expectNothingOf([ann], path, body);
      if (status === 200) answered += 1;
    }
    expect(answered).toBeGreaterThan(8);
  });

  it('comes by no socket to another', async () => {
    const [mine, theirs] = await Promise.all([connect(ben), connect(ann)]);
    const seen = record(mine);
    const joined = await ask(mine, 'room:join', { roomId });
    expect(joined).toMatchObject({ ok: true });
    const arrived = next(mine, 'message:new');
    await ask(theirs, 'message:send', { roomId, clientId: randomUUID(), body: '안녕하세요' });
    await arrived;
    expectNothingOf([ann], 'sockets', JSON.stringify([joined, seen]));
    for (const socket of [mine, theirs]) socket.disconnect();
  });

  async function connect(person: Person): Promise<Socket> {
    const extraHeaders = { Cookie: await browserCookieOf(person.me.id), Origin: site.url };
    const socket = io(`${site.url}/chat`, { forceNew: true, transports: ['websocket'], extraHeaders });
    await next(socket, 'connect');
    return socket;
  }

  it('is shown to nobody else, whoever asks at the same time', async () => {
    const [annCookie, benCookie] = [await browserCookieOf(ann.me.id), await browserCookieOf(ben.me.id)];
    const path = `/items/${ann.item}`;
    const whoever = [annCookie, benCookie, undefined];
    const asked = Array.from({ length: 60 }, (_, index) => whoever[index % 3]);
    await Promise.all(
      asked.map(async (cookie) => {
        const headers: Record<string, string> = cookie ? { cookie } : {};
        const [item, profile] = await Promise.all([
          read(path, headers),
          read('/mypage?tab=profile', headers),
        ]);
        expect([cookie === annCookie, item.body.includes(`/items/${ann.item}/edit`)]).toEqual(
          cookie === annCookie ? [true, true] : [false, false],
        );
        const emails = [ann.email, ben.email].filter((email) => profile.body.includes(email));
        expect(emails).toEqual(cookie === annCookie ? [ann.email] : cookie === benCookie ? [ben.email] : []);
      }),
    );
  }, 120_000);

  it('is in no line of the log', () => {
    expect(site.output.length).toBeGreaterThan(0);
    expectNothingOf([ann, ben], 'log', site.output.join('\n'));
    expect(site.output.join('\n')).not.toMatch(/next-auth\.session-token=|Bearer ey/);
  });
});
