import { categories } from '@/prisma/seed/reference/categories';
import { type DistrictData, provinces } from '@/prisma/seed/reference/regions';

const COUNTS: Record<string, number> = {
  서울: 25,
  부산: 16,
  대구: 9,
  인천: 11,
  광주: 5,
  대전: 5,
  울산: 5,
  세종: 1,
  경기: 47,
  충북: 14,
  충남: 16,
  전남: 22,
  경북: 23,
  경남: 22,
  제주: 2,
  강원: 18,
  전북: 15,
};

/** How far the farthest 시/군/구 is from the centre of its 시/도: islands make the long ones. */
const REACH_KM: Record<string, number> = { 경북: 240, 인천: 60, 대구: 50, 전남: 130, 강원: 150 };
const USUAL_REACH_KM = { metropolitan: 30, province: 125 };

const districts = provinces.flatMap((province) => province.districts);

describe('regions', () => {
  it('names every 시/군/구 of the 17 시/도 as of 2026', () => {
    const counted = provinces.map((province) => [province.shortName, province.districts.length]);
    expect(Object.fromEntries(counted)).toEqual(COUNTS);
  });

  it('gives each place one code, which begins with that of its 시/도', () => {
    expect(new Set(districts.map((one) => one.code)).size).toBe(districts.length);
    expect(new Set(provinces.map((one) => one.code)).size).toBe(provinces.length);
    for (const province of provinces) {
      expect(province.code).toMatch(/^\d\d$/);
      for (const district of province.districts)
        expect(district.code).toMatch(new RegExp(`^${province.code}\\d{3}$`));
    }
  });

  it('names a district once within its 시/도, in both languages', () => {
    for (const province of provinces) {
      const names = province.districts.flatMap((one) => [one.name, one.nameEn]);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, nameEn } of [province, ...province.districts]) {
        expect(name).toMatch(/^[가-힣]+( [가-힣]+)?$/);
        expect(nameEn).toMatch(/^[A-Z][A-Za-z, -]+$/);
      }
    }
  });

  it('places each district in Korea and near its 시/도', () => {
    for (const province of provinces) {
      const isCity = province.name.endsWith('시');
      const reach =
        REACH_KM[province.shortName] ?? (isCity ? USUAL_REACH_KM.metropolitan : USUAL_REACH_KM.province);
      for (const district of province.districts) {
        expect(district.lat).toBeGreaterThan(33.1);
        expect(district.lat).toBeLessThan(38.65);
        expect(district.lng).toBeGreaterThan(124.6);
        expect(district.lng).toBeLessThan(131.9);
        expect({ name: district.name, isNear: distanceKm(province, district) < reach }).toEqual({
          name: district.name,
          isNear: true,
        });
      }
    }
  });

  it('places no two districts on the same spot', () => {
    expect(new Set(districts.map((one) => `${one.lat},${one.lng}`)).size).toBe(districts.length);
  });

  it('knows the changes of recent years', () => {
    const find = (code: string) => districts.find((one) => one.code === code)?.name;
    expect(find('27720')).toBe('군위군');
    expect(find('28125')).toBe('제물포구');
    expect(find('28290')).toBe('검단구');
    expect(find('41597')).toBe('화성시 동탄구');
    expect(districts.some((one) => ['28110', '28140', '28260', '47720'].includes(one.code))).toBe(false);
  });
});

describe('categories', () => {
  it('are 20, each with its own slug, names and icon', () => {
    expect(categories).toHaveLength(20);
    for (const field of ['slug', 'name', 'nameEn', 'icon'] as const) {
      expect(new Set(categories.map((one) => one[field])).size).toBe(20);
    }
  });
});

function distanceKm(a: DistrictData, b: DistrictData): number {
  const radians = Math.PI / 180;
  const dLat = (b.lat - a.lat) * radians;
  const dLng = (b.lng - a.lng) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLng / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
