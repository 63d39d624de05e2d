import { randomUUID } from 'node:crypto';
import { Prisma } from '@/lib/db/generated/client';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { createMember } from '@/tests/factories/people';
import { createEndedRental, createScene, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { tokenOf, useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';

const none = {};

describe('the API as HTTP', () => {
  const env = useTestEnv();
  const rest = useRest(env);

  it.each([
    ['GET', '/nowhere', undefined, 404, 'NOT_FOUND'],
    ['GET', '/items/not-an-id', undefined, 404, 'NOT_FOUND'],
    ['GET', '/items/%ff', undefined, 404, 'NOT_FOUND'],
    ['GET', '/items/%00', undefined, 404, 'NOT_FOUND'],
    ['PUT', '/items', undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/auth/token', '{"email":', 400, 'MALFORMED'],
    ['POST', '/auth/token', '[1]', 422, 'INVALID'],
    ['POST', '/auth/token', '{}', 422, 'INVALID'],
    ['GET', '/me', undefined, 401, 'UNAUTHENTICATED'],
    ['GET', '/items?limit=0', undefined, 422, 'INVALID'],
    ['GET', '/items?limit=many', undefined, 422, 'INVALID'],
    ['GET', '/items?status=gone', undefined, 422, 'INVALID'],
  ])('%s %s %j is %i %s as problem+json', async (method, path, body, status, code) => {
    const answer = await rest.send(method, path, { body });
    expect(answer).toMatchObject({
      status,
      body: { status, code, title: /./, detail: /./, type: /^\/api\/docs#/ },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
  });

  it('names the methods of a path, answers preflights, and gives programs of any site access', async () => {
    const wrong = await rest.send('PUT', '/items');
    expect(wrong.headers.get('allow')).toBe('OPTIONS, GET, POST');
    const preflight = await rest.send('OPTIONS', '/items');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('says 401 with the way in, and takes no cookie', async () => {
    const member = await createMember(env.db);
    const cookie = `next-auth.session-token=${await tokenOf(member)}`;
    const answer = await rest.send('GET', '/me', { headers: { cookie } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    for (const authorization of ['Bearer', 'Bearer x', 'Basic eDp5', `bearer ${'x'.repeat(5_000)}`]) {
      expect((await rest.send('GET', '/me', { headers: { authorization } })).status).toBe(401);
      expect((await rest.send('GET', '/items', { headers: { authorization } })).status).toBe(401);
    }
  });

  it('refuses a token of a session that has ended, of a suspended and of a withdrawn member', async () => {
    const member = await createMember(env.db);
    const token = await tokenOf(member);
    expect((await rest.send('GET', '/me', { token })).status).toBe(200);
    for (const data of [{ sessionVersion: 2 }, { sessionVersion: 1, status: 'SUSPENDED' as const }]) {
      await env.db.user.update({ where: { id: member.id }, data });
      expect((await rest.send('GET', '/me', { token })).status).toBe(401);
    }
  });

  it('words a refusal in the reader’s language, by field', async () => {
    const member = await createMember(env.db);
    const body = { section: 'OFFER', title: '', images: [] };
    const inKorean = await rest.send('POST', '/items', { as: member, body });
    const inEnglish = await rest.send('POST', '/items', {
      as: member,
      body,
      headers: { 'accept-language': 'en' },
    });
    const titleOf = ({ body: problem }: typeof inKorean) =>
      problem.errors.find(({ field }: { field: string }) => field === 'title');
    expect(titleOf(inKorean)).toMatchObject({ code: 'item.title', detail: /[가-힣]/ });
    expect(titleOf(inEnglish)).toMatchObject({ code: 'item.title', detail: /^[^가-힣]+$/ });
  });

  it('refuses bodies that are too large, of another type, or nested deeper than anybody needs', async () => {
    const member = await createMember(env.db);
    const large = JSON.stringify({ title: 'x'.repeat(300_000) });
    expect(await rest.send('POST', '/feedback', { as: member, body: large })).toMatchObject({
      status: 413,
      body: { code: 'TOO_LARGE' },
    });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await rest.send('POST', '/feedback', { as: member, body: 'a=b', headers: form })).toMatchObject({
      status: 415,
    });
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    expect(await rest.send('POST', '/feedback', { as: member, body: deep })).toMatchObject({ status: 400 });
  });

  it('ignores ids, roles and prices that are not the sender’s to say', async () => {
    const { item, author, inquirer, roomId } = await createScene(env, { priceWon: 9_000, priceUnit: 'DAY' });
    const body = {
      ...{ roomId, ...periodFrom(env, HOUR_MS) },
      ...{ renterId: author.id, status: 'ACCEPTED', totalWon: 1, unitPriceWon: 1, itemId: randomUUID() },
    };
    const rental = await rest.send('POST', '/rentals', { as: inquirer, body });
    expect(rental).toMatchObject({
      status: 201,
      body: { status: 'REQUESTED', totalWon: 9_000, item: { id: item.id }, isLender: false },
    });
    const me = await rest.send('PATCH', '/me', {
      as: inquirer,
      body: { role: 'ADMIN', status: 'SUSPENDED' },
    });
    expect(me.status).toBe(200);
    await expect(env.db.user.findUniqueOrThrow({ where: { id: inquirer.id } })).resolves.toMatchObject({
      role: 'MEMBER',
      status: 'ACTIVE',
    });
  });

  it('logs nothing as unexpected for any of these', () => expect(rest.faults).toEqual([]));
});

describe('refresh tokens', () => {
  const env = useTestEnv();
  const rest = useRest(env);

  async function signIn() {
    const member = await createMember(env.db, { passwordHash: await hashPassword('Demo!2345') });
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    const { body } = await rest.call('issueTokens', none, { body: { email, password: 'Demo!2345' } });
    return { member, tokens: body as { accessToken: string; refreshToken: string } };
  }
  const refresh = (refreshToken: string) => rest.call('refreshTokens', none, { body: { refreshToken } });

  it('are kept as digests only', async () => {
    const { tokens } = await signIn();
    const rows = await env.db.refreshToken.findMany();
    expect(JSON.stringify(rows)).not.toContain(tokens.refreshToken);
  });

  it('end their whole family when an old one comes again', async () => {
    const { tokens } = await signIn();
    const second = await refresh(tokens.refreshToken);
    expect(second.status).toBe(200);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    expect((await refresh(second.body.refreshToken)).status).toBe(401);
  });

  it('used twice at once give at most one answer, and the family ends', async () => {
    const { tokens } = await signIn();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(tokens.refreshToken)));
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    expect((await refresh(good[0]?.body.refreshToken)).status).toBe(401);
  });

  it('end with suspension, and after 30 days', async () => {
    const { member, tokens } = await signIn();
    await env.db.user.update({ where: { id: member.id }, data: { status: 'SUSPENDED' } });
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    const other = await signIn();
    env.clock.advance(31 * 24 * HOUR_MS);
    expect((await refresh(other.tokens.refreshToken)).status).toBe(401);
  });

  it('end 30 days after the sign-in, however often they were refreshed', async () => {
    const { tokens } = await signIn();
    let last = tokens.refreshToken;
    for (let day = 0; day < 30; day += 10) {
      env.clock.advance(9 * 24 * HOUR_MS);
      const answer = await refresh(last);
      expect(answer.status).toBe(200);
      last = answer.body.refreshToken;
    }
    env.clock.advance(3 * 24 * HOUR_MS + 1_000);
    expect((await refresh(last)).status).toBe(401);
  });

  it.each(['revoked', 'used by a thief'])(
    'when a family is %s, its access tokens and sockets end at once, and no others',
    async (how) => {
      const { member, tokens } = await signIn();
      const other = await rest.call('issueTokens', none, {
        body: { email: `${member.nickname.slice(1)}@example.com`, password: 'Demo!2345' },
      });
      const { body: second } = await refresh(tokens.refreshToken);
      const ways = [tokens.accessToken, second.accessToken, other.body.accessToken];
      const statuses = () =>
        Promise.all(ways.map(async (token) => (await rest.send('GET', '/me', { token })).status));
      expect(await statuses()).toEqual([200, 200, 200]);
      env.events.length = 0;
      if (how === 'revoked') {
        await rest.call('revokeTokens', none, { body: { refreshToken: second.refreshToken } });
      } else await refresh(tokens.refreshToken);
      expect(await statuses()).toEqual([401, 401, 200]);
      const sessionId = expect.stringMatching(/^[0-9a-f-]{36}$/);
      expect(env.events).toEqual([{ type: 'sessions.ended', userId: member.id, sessionId }]);
    },
  );

  it('one that is refreshed while an old one comes again does not live on', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { tokens } = await signIn();
      const { body: second } = await refresh(tokens.refreshToken);
      const [third] = await Promise.all([refresh(second.refreshToken), refresh(tokens.refreshToken)]);
      if (third.status === 200) expect((await refresh(third.body.refreshToken)).status).toBe(401);
    }
  });

  it('are no access tokens', async () => {
    const { tokens } = await signIn();
    expect((await rest.send('GET', '/me', { token: tokens.refreshToken })).status).toBe(401);
  });
});

describe('Idempotency-Key', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  const words = { title: '한 번만', body: '두 번 보내도 한 번만 남아요' };
  const send = (as: Awaited<ReturnType<typeof createMember>>, key: string, body: object = words) =>
    rest.send('POST', '/feedback', { as, body, headers: { 'idempotency-key': key } });

  it('gives ten at once, and one an hour later, the same answer and one effect', async () => {
    const member = await createMember(env.db);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(member, key)));
    env.clock.advance(HOUR_MS);
    answers.push(await send(member, key));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.feedbackId}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    await expect(env.db.feedback.count({ where: { userId: member.id } })).resolves.toBe(1);
  });

  it('is refused for another request, is each member’s own, and may try again after a refusal', async () => {
    const [member, other] = [await createMember(env.db), await createMember(env.db)];
    expect((await send(member, 'key-1', { title: '' })).status).toBe(422);
    expect((await send(member, 'key-1')).status).toBe(201);
    expect(await send(member, 'key-1', { ...words, title: '다른 말' })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect((await send(other, 'key-1', { ...words, title: '다른 사람' })).status).toBe(201);
    expect((await send(member, 'no spaces here')).status).toBe(400);
  });

  it('makes one item, one message and one rental of requests that are repeated', async () => {
    const { item, inquirer, author, roomId } = await createScene(env);
    const repeat = (path: string, as: typeof author, body: object) =>
      Promise.all(
        [1, 2, 3].map(() => rest.send('POST', path, { as, body, headers: { 'idempotency-key': 'again' } })),
      );
    const fields = { section: 'OFFER', categoryId: 1, title: '한 번', body: '한 번만', images: [] };
    const posted = await repeat('/items', author, {
      ...fields,
      priceWon: 0,
      priceUnit: 'DAY',
      autoRelist: true,
    });
    const said = await repeat(`/rooms/${roomId}/messages`, inquirer, { body: '안녕하세요' });
    const asked = await repeat('/rentals', inquirer, { roomId, ...periodFrom(env, HOUR_MS) });
    for (const answers of [posted, said, asked]) {
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
    }
    await expect(env.db.message.count({ where: { roomId, kind: 'TEXT' } })).resolves.toBe(1);
    await expect(env.db.rental.count({ where: { itemId: item.id } })).resolves.toBe(1);
  });

  it('a rental, a review and a report whose answers were lost are answered again, not refused', async () => {
    const { item, inquirer, roomId } = await createScene(env);
    const ended = await createEndedRental(env);
    const tries: [string, typeof inquirer, object][] = [
      ['/rentals', inquirer, { roomId, ...periodFrom(env, HOUR_MS) }],
      [`/rentals/${ended.rental.id}/reviews`, ended.author, { stars: 5, body: '좋았어요' }],
      [`/items/${item.id}/reports`, inquirer, { category: 'FRAUD', text: '' }],
    ];
    for (const [path, as, body] of tries) {
      const ask = () => rest.send('POST', path, { as, body, headers: { 'idempotency-key': 'lost' } });
      const first = await ask();
      expect(first.status).toBe(201);
      // The process died between what it did and writing down what it answered.
      const past = new Date(env.clock.now.getTime() - HOUR_MS);
      const unanswered = { response: Prisma.DbNull, createdAt: past };
      await env.db.idempotencyKey.updateMany({ where: { userId: as.id, key: 'lost' }, data: unanswered });
      const again = await ask();
      expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
    }
    await expect(env.db.rental.count({ where: { roomId } })).resolves.toBe(1);
  });
});

describe('the limit of requests', () => {
  const env = useTestEnv();
  const rest = useRest(env, { requests: 3, windowSeconds: 60 });

  it('tells what is left, then refuses and says when to come back, each member for themself', async () => {
    const [member, other] = [await createMember(env.db), await createMember(env.db)];
    const first = await rest.send('GET', '/me', { as: member });
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=2;t=\d+$/);
    await rest.send('GET', '/me', { as: member });
    await rest.send('GET', '/me', { as: member });
    const over = await rest.send('GET', '/me', { as: member });
    expect(over).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await rest.send('GET', '/me', { as: other })).status).toBe(200);
  });

  it('counts a network of IPv6 as one, whichever of its addresses asks, with and without a token', async () => {
    const ask = (address: string, headers = {}) =>
      rest.send('GET', '/categories', { headers: { ...headers, 'x-client-address': address } });
    for (const host of [1, 2, 3]) expect((await ask(`2001:db8:1:2::${host}`)).status).toBe(200);
    expect((await ask('2001:db8:1:2:ffff:ffff:ffff:ffff')).status).toBe(429);
    const wrong = { authorization: 'Bearer x' };
    expect((await ask('2001:db8:1:2:aaaa::9', wrong)).status).toBe(429);
    expect((await ask('2001:db8:1:3::1')).status).toBe(200);
  });
});
