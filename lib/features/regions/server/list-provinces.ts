import type { ServiceContext } from '@/lib/core/context';
import type { Db } from '@/lib/db/client';
import type { ProvinceView } from '@/lib/features/regions/views';

const cache = new WeakMap<Db, Promise<ProvinceView[]>>();

/**
 * Every 시/도 with its 시/군/구, in the order of the official codes. Reference data: read once a process, in one statement.
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
  return db.$queryRaw<ProvinceView[]>`
    SELECT province."code", province."name", province."nameEn", province."shortName",
      (SELECT coalesce(json_agg(json_build_object('code', "code", 'name', "name", 'nameEn', "nameEn")
         ORDER BY "sortOrder", "code"), '[]')
       FROM "Region" WHERE "provinceCode" = province."code") AS "regions"
    FROM "Province" province ORDER BY province."sortOrder", province."code"`;
}
