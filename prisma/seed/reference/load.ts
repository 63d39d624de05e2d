import type { Db } from '@/lib/db/client';
import { categories } from './categories';
import { provinces } from './regions';
import { REFERENCE_MARKER, referenceVersion } from './version';

/**
 * Puts the regions and categories in, or brings them up to date: a few statements, safe to run at every start. What the
 * lists no longer name stays, because members and items may point at it.
 */
export async function loadReference(db: Db): Promise<void> {
  await db.$transaction([
    upsertProvinces(db),
    upsertRegions(db),
    upsertCategories(db),
    db.marker.upsert({
      where: { key: REFERENCE_MARKER },
      create: { key: REFERENCE_MARKER, value: referenceVersion() },
      update: { value: referenceVersion() },
    }),
  ]);
}

function upsertProvinces(db: Db) {
  const rows = provinces.map(({ districts: _, ...province }, sortOrder) => ({ ...province, sortOrder }));
  return db.$executeRaw`
    INSERT INTO "Province" ("code", "name", "nameEn", "shortName", "lat", "lng", "sortOrder")
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(
      "code" text, "name" text, "nameEn" text, "shortName" text, "lat" float8, "lng" float8, "sortOrder" int)
    ON CONFLICT ("code") DO UPDATE SET "name" = EXCLUDED."name", "nameEn" = EXCLUDED."nameEn",
      "shortName" = EXCLUDED."shortName", "lat" = EXCLUDED."lat", "lng" = EXCLUDED."lng",
      "sortOrder" = EXCLUDED."sortOrder"`;
}

function upsertRegions(db: Db) {
  const rows = provinces.flatMap((province) =>
    province.districts.map((district, sortOrder) => ({
      ...district,
      provinceCode: province.code,
      sortOrder,
    })),
  );
  return db.$executeRaw`
    INSERT INTO "Region" ("code", "provinceCode", "name", "nameEn", "lat", "lng", "sortOrder")
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(
      "code" text, "provinceCode" text, "name" text, "nameEn" text, "lat" float8, "lng" float8, "sortOrder" int)
    ON CONFLICT ("code") DO UPDATE SET "provinceCode" = EXCLUDED."provinceCode", "name" = EXCLUDED."name",
      "nameEn" = EXCLUDED."nameEn", "lat" = EXCLUDED."lat", "lng" = EXCLUDED."lng",
      "sortOrder" = EXCLUDED."sortOrder"`;
}

/** Only what is new: afterwards admins name and order the categories. */
function upsertCategories(db: Db) {
  const rows = categories.map((category, sortOrder) => ({ ...category, sortOrder }));
  return db.category.createMany({ data: rows, skipDuplicates: true });
}
