import type { ServiceContext } from '@/lib/core/context';
import type { Db } from '@/lib/db/client';
import type { ProvinceView } from '@/lib/features/regions/views';

const cache = new WeakMap<Db, Promise<ProvinceView[]>>();

/**
 * Every 시/도 with its 시/군/구, in the order of the official codes. Reference data: read once a process.
 *
 * @returns the same array each time; nobody may change it
 */
export function listProvinces(ctx: ServiceContext): Promise<ProvinceView[]> {
  const known = cache.get(ctx.db);
  if (known) return known;
  const reading = readProvinces(ctx.db);
  cache.set(ctx.db, reading);
  const forget = () => cache.delete(ctx.db);
  // A failure, or a database without its reference data yet, is not worth remembering.
  reading.then((provinces) => provinces.length === 0 && forget(), forget);
  return reading;
}

async function readProvinces(db: Db): Promise<ProvinceView[]> {
  return db.province.findMany({
    orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }],
    select: {
      code: true,
      name: true,
      nameEn: true,
      shortName: true,
      regions: {
        orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }],
        select: { code: true, name: true, nameEn: true },
      },
    },
  });
}
