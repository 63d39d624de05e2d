import { signAccessToken } from '@/lib/realtime/server/access-token';
import { benchId } from '../generate';
import type { Ground } from '../ground';
import { interleaved, load } from '../load';
import { type Row, rowOf } from '../rows';
import { BENCH_SECRET, startBare, startSite } from '../site';

const ROUNDS = 5;
const ROUND_MS = 800;

/** What a member with much behind them opens, against the same rows by one prepared statement. */
export async function benchRooms(ground: Ground): Promise<Row[]> {
  const databaseUrl = await ground.databaseOf('100k');
  const [site, bare] = [await startSite(databaseUrl), await startBare(databaseUrl)];
  const userId = benchId(1, 1);
  const token = await signAccessToken({ userId, sessionVersion: 1 }, BENCH_SECRET);
  const headers = { authorization: `Bearer ${token}` };
  const cases = [
    {
      name: 'a room of 10,000 messages',
      path: `/rooms/${benchId(4, 1)}/messages`,
      bare: `/messages?room=${benchId(4, 1)}&user=${userId}`,
    },
    { name: '500 rooms', path: '/rooms', bare: `/rooms?user=${userId}` },
    { name: '500 alerts', path: '/alerts', bare: `/alerts?user=${userId}` },
  ];
  const rows: Row[] = [];
  try {
    for (const one of cases) {
      const ours = () => load(`${site.url}/api/v1${one.path}`, 1, ROUND_MS, headers);
      const limit = () => load(bare.url + one.bare, 1, ROUND_MS);
      await ours();
      await limit();
      const measured = await interleaved(ROUNDS, ours, limit);
      rows.push(
        rowOf('rooms', `${one.name}: median`, 'ms', [measured.ours.p50Ms, measured.bare.p50Ms], {
          atMost: 2,
        }),
      );
    }
  } finally {
    await Promise.all([site.stop(), bare.stop()]);
  }
  return rows;
}
