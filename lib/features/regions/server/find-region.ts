import type { ServiceContext } from '@/lib/core/context';
import { listProvinces } from './list-provinces';

/** Names of a district or of a whole 시/도 (then `region` is null). */
export interface PlaceNames {
  code: string;
  province: { code: string; name: string; nameEn: string; shortName: string };
  region: { code: string; name: string; nameEn: string } | null;
}

/**
 * @param code 5 digits for a 시/군/구, 2 for a 시/도
 * @returns null when there is no such place
 */
export async function findRegion(ctx: ServiceContext, code: string): Promise<PlaceNames | null> {
  const provinces = await listProvinces(ctx);
  const found = provinces.find((one) => one.code === code.slice(0, 2));
  if (!found) return null;
  const { regions, ...province } = found;
  if (code === found.code) return { code, province, region: null };
  const region = regions.find((one) => one.code === code);
  return region ? { code, province, region } : null;
}
