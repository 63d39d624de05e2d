import type { ProvinceView, RegionView } from '@/lib/features/regions/views';

const MAX_FOUND = 30;

/** Districts whose name, in either language, has these words in it; "서울 강남" finds by both levels. */
export function searchRegions(
  provinces: readonly ProvinceView[],
  text: string,
): { province: ProvinceView; region: RegionView }[] {
  const words = text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { province: ProvinceView; region: RegionView }[] = [];
  for (const province of provinces) {
    for (const region of province.regions) {
      const name = [province.name, province.shortName, province.nameEn, region.name, region.nameEn]
        .join(' ')
        .toLowerCase();
      if (words.every((word) => name.includes(word))) found.push({ province, region });
      if (found.length === MAX_FOUND) return found;
    }
  }
  return found;
}
