import type { Ground } from '../ground';
import { listCases } from '../lists';
import { interleaved, load } from '../load';
import { type Row, rowOf } from '../rows';
import { startBare, startSite } from '../site';

const ROUNDS = 5;
const ROUND_MS = 800;

/** GET /api/v1/items at a million items, against one prepared statement behind node:http. */
export async function benchList(ground: Ground): Promise<Row[]> {
  const databaseUrl = await ground.databaseOf('1m');
  const [site, bare, cases] = [
    await startSite(databaseUrl),
    await startBare(databaseUrl),
    await listCases(databaseUrl),
  ];
  const rows: Row[] = [];
  try {
    for (const { name, query } of cases) {
      for (const connections of [1, 32]) {
        const ours = () => load(`${site.url}/api/v1/items${query}`, connections, ROUND_MS);
        const limit = () => load(`${bare.url}/${query}`, connections, ROUND_MS);
        await ours();
        await limit();
        const measured = await interleaved(ROUNDS, ours, limit);
        const what = `${name}, ${connections} connection${connections === 1 ? '' : 's'}`;
        const speeds: [number, number] = [measured.ours.perSecond, measured.bare.perSecond];
        rows.push(rowOf('list', `${what}: answers a second`, '/s', speeds, { atLeast: 0.6 }));
        const slow: [number, number] = [measured.ours.p99Ms, measured.bare.p99Ms];
        rows.push(rowOf('list', `${what}: p99`, 'ms', slow, { atMost: 2 }));
      }
    }
  } finally {
    await Promise.all([site.stop(), bare.stop()]);
  }
  return rows;
}
