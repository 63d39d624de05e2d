import type { Ground, Size } from '../ground';
import { type ListCase, listCases } from '../lists';
import { load, median } from '../load';
import { type Row, rowOf } from '../rows';
import { type Running, startSite } from '../site';

const ROUNDS = 5;
const ROUND_MS = 600;
const SIZES: Size[] = ['10k', '100k', '1m'];

/** The same lists at 10 thousand, 100 thousand and a million items: the median answer, by turns. */
export async function benchGrowth(ground: Ground): Promise<Row[]> {
  const sites: { size: Size; site: Running; cases: ListCase[] }[] = [];
  const rows: Row[] = [];
  try {
    for (const size of SIZES) {
      const databaseUrl = await ground.databaseOf(size);
      sites.push({ size, site: await startSite(databaseUrl), cases: await listCases(databaseUrl) });
    }
    const names = sites[0]?.cases.map(({ name }) => name) ?? [];
    const firstPages = new Map<Size, number>();
    for (const [index, name] of names.entries()) {
      const taken = new Map<Size, number[]>(SIZES.map((size) => [size, []]));
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const { size, site, cases } of sites) {
          const { p50Ms } = await load(`${site.url}/api/v1/items${cases[index]?.query}`, 1, ROUND_MS);
          // The first round only warms up.
          if (round > 0) taken.get(size)?.push(p50Ms);
        }
      }
      const of = (size: Size) => median(taken.get(size) ?? []);
      if (index === 0) for (const size of SIZES) firstPages.set(size, of(size));
      for (const size of ['100k', '1m'] as const) {
        rows.push(
          rowOf('growth', `${name}: ${size} against 10k`, 'ms', [of(size), of('10k')], { atMost: 1.5 }),
        );
      }
      if (name === 'page 500') {
        const first = firstPages.get('1m') ?? Number.NaN;
        rows.push(
          rowOf('growth', 'page 500 against the first, 1m', 'ms', [of('1m'), first], { atMost: 1.2 }),
        );
      }
    }
  } finally {
    for (const { site } of sites) await site.stop();
  }
  return rows;
}
