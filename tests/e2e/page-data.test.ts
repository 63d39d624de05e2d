import { paths } from '@/lib/paths';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { browserCookieOf, readPage, untilAnswering } from '@/tests/support/as-browser';
import { useOwnProduct } from '@/tests/support/own-product';

const TREE = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }, null, null, true]));
/** All the ways in which a browser, or a program, may ask for one page. */
const FORMS: [string, Record<string, string>][] = [
  ['as a document', {}],
  ['as data', { rsc: '1' }],
  ['as data of another page', { rsc: '1', 'next-router-state-tree': TREE }],
  ['as data, with nonsense', { rsc: '1', 'next-router-state-tree': 'x' }],
  ['ahead', { rsc: '1', 'next-router-prefetch': '1' }],
  ['ahead, the tree', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['ahead, all of it', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' }],
  ['past a middleware', { 'x-middleware-subrequest': 'middleware:middleware:middleware:proxy:proxy' }],
  ['as one that a middleware let through', { 'x-middleware-next': '1', 'x-middleware-rewrite': '/admin' }],
  ['as an inner request', { 'x-invoke-path': '/admin', 'x-matched-path': '/admin', 'x-nextjs-data': '1' }],
  [
    'as this machine',
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-client-address': '::1' },
  ],
  ['as a preview', { cookie: '__prerender_bypass=1; __next_preview_data=1' }],
  ['under another method', { 'x-http-method-override': 'POST', 'x-original-url': '/admin' }],
  ['as another host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }],
];

/** What a stranger does not see in a page he does not see in its data either. */
describe('pages by their data', () => {
  const site = useOwnProduct({ WEB_CONCURRENCY: '1' });
  let owner: Crowd;
  let stranger: Crowd;
  let admin: Crowd;
  let secret: string;

  beforeAll(async () => {
    await untilAnswering(site.url);
    const options = { rows: 3, now: new Date() };
    [owner, stranger] = [await createCrowd(site.env, options), await createCrowd(site.env, options)];
    admin = await createCrowd(site.env, { ...options, role: 'ADMIN' });
    secret = `비밀${owner.room.slice(0, 8)}`;
    await site.env.db.message.updateMany({ where: { roomId: owner.room }, data: { body: secret } });
    await site.env.db.feedback.updateMany({ data: { body: secret } });
  });

  async function read(path: string, headers: Record<string, string>, as?: { id: string }) {
    const cookies = [headers.cookie, as && (await browserCookieOf(as.id))].filter(Boolean).join('; ');
    return readPage(`${site.url}${path}`, { ...headers, ...(cookies && { cookie: cookies }) });
  }

  it('are there for those whom they are for', async () => {
    const [, headers] = FORMS[1] ?? ['', {}];
    expect((await read(paths.room(owner.room), headers, owner.me)).body).toContain(secret);
    expect((await read(paths.admin('feedback'), headers, admin.me)).body).toContain(secret);
  });

  it.each(FORMS)('asked for %s, show a stranger nothing', async (_name, headers) => {
    for (const who of [undefined, stranger.me]) {
      for (const path of [paths.room(owner.room), paths.admin('feedback'), paths.chats]) {
        const { status, body } = await read(path, headers, who);
        expect([path, status < 500, body.includes(secret)]).toEqual([path, true, false]);
      }
      const members = await read(paths.admin('members'), headers, who);
      expect(members.body).not.toMatch(/@example\.com/);
    }
  });

  it.each(FORMS)('asked for %s, lead nobody to another host', async (_name, headers) => {
    const { location, body } = await read(paths.myPage(), headers);
    expect(location ?? '').not.toContain('evil');
    expect(body).not.toContain('evil.example');
    const home = await read(paths.home, headers);
    expect(home.body).not.toContain('evil.example');
    // What one has asked with forged headers is not kept for the next.
    expect((await read(paths.home, {})).body).not.toContain('evil.example');
  });
});
