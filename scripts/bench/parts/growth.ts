import type { Ground, Size } from '../ground';
import { type ListCase, listCases } from '../lists';
import { load, median } from '../load';
import { type Row, rowOf } from '../rows';
import { type Running, startSite } from '../site';

const ROUNDS = 5;
const ROUND_MS = 600;
const DEEP = 'page 500';
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
    for (const [index, name] of names.entries()) {
      const taken = new Map<Size, number[]>(SIZES.map((size) => [size, []]));
      const first: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const { size, site, cases } of sites) {
          const { p50Ms } = await load(`${site.url}/api/v1/items${cases[index]?.query}`, 1, ROUND_MS);
          // The first round only warms up.
          if (round > 0) taken.get(size)?.push(p50Ms);
        }
        const largest = sites.at(-1)?.site.url;
        if (name === DEEP) first.push((await load(`${largest}/api/v1/items`, 1, ROUND_MS)).p50Ms);
      }
      const of = (size: Size) => median(taken.get(size) ?? []);
      for (const size of ['100k', '1m'] as const) {
        rows.push(
          rowOf('growth', `${name}: ${size} against 10k`, 'ms', [of(size), of('10k')], { atMost: 1.5 }),
        );
      }
      if (name === DEEP) {
        const measured: [number, number] = [of('1m'), median(first)];
        rows.push(rowOf('growth', `${DEEP} against the first, 1m`, 'ms', measured, { atMost: 1.2 }));
      }
    }
  } finally {
    for (const { site } of sites) await site.stop();
  }
  return rows;
}
