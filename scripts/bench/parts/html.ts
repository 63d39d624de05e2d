import { encode } from 'next-auth/jwt';
import { startBareNext } from '../bare-next';
import { barePages } from '../bare-pages';
import { benchId } from '../generate';
import type { Ground } from '../ground';
import { interleaved, load } from '../load';
import { type Row, rowOf } from '../rows';
import { BENCH_SECRET, startBare, startSite } from '../site';

const ROUNDS = 5;
const ROUND_MS = 1_500;

/**
 * Pages as a visitor gets them, against the same bytes from memory; as a member gets them, against a bare Next.js page
 * that renders the same markup from constants.
 */
export async function benchHtml(ground: Ground): Promise<Row[]> {
  const databaseUrl = await ground.databaseOf('100k');
  const site = await startSite(databaseUrl);
  try {
    return [...(await visitorRows(site.url, databaseUrl)), ...(await memberRows(site.url))];
  } finally {
    await site.stop();
  }
}

async function visitorRows(url: string, databaseUrl: string): Promise<Row[]> {
  const bare = await startBare(databaseUrl, 'scripts/bench/bare-bytes.ts', { SOURCE: url });
  const home = await (await fetch(url)).text();
  const item = /href="(\/items\/[0-9a-f-]{36})"/.exec(home)?.[1];
  if (!item) throw new Error('The home page shows no item.');
  const rows: Row[] = [];
  try {
    for (const [name, path] of [
      ['/', '/'],
      ['/items/[id]', item],
    ] as const) {
      for (const connections of [1, 32]) {
        const what = `${name} for visitors, ${connections} connection${connections === 1 ? '' : 's'}`;
        rows.push(await compare(what, url + path, bare.url + path, connections, {}, 0.3));
      }
    }
  } finally {
    await bare.stop();
  }
  return rows;
}

async function memberRows(url: string): Promise<Row[]> {
  const userId = benchId(1, 1);
  const token = await encode({ token: { sub: userId, userId, sessionVersion: 1 }, secret: BENCH_SECRET });
  const headers = { cookie: `next-auth.session-token=${token}` };
  const paths = ['/', '/chats'];
  const pages = await Promise.all(
    paths.map(async (path) => [path, await (await fetch(url + path, { headers })).text()] as const),
  );
  const bare = await startBareNext('bare-pages', barePages(Object.fromEntries(pages)));
  const rows: Row[] = [];
  try {
    for (const path of paths)
      rows.push(await compare(`${path} for a member`, url + path, bare.url + path, 4, headers, 0.7));
  } finally {
    await bare.stop();
  }
  return rows;
}

async function compare(
  what: string,
  ours: string,
  bare: string,
  connections: number,
  headers: Record<string, string>,
  atLeast: number,
): Promise<Row> {
  const asked = { ...headers, 'accept-encoding': 'gzip' };
  const [one, other] = [ours, bare].map((url) => () => load(url, connections, ROUND_MS, asked));
  if (!one || !other) throw new Error('Two are compared.');
  await one();
  await other();
  const measured = await interleaved(ROUNDS, one, other);
  const speeds: [number, number] = [measured.ours.perSecond, measured.bare.perSecond];
  return rowOf('html', `${what}: answers a second`, '/s', speeds, { atLeast });
}
