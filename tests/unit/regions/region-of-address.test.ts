import { regionOfAddress } from '@/lib/features/regions/region-of-address';
import { provinces } from '@/prisma/seed/reference/regions';

const PROVINCES = provinces.map(({ districts, ...province }) => ({ ...province, regions: districts }));

describe('the district of an address', () => {
  it.each([
    ['11680', '서울', '강남구', '11680'],
    ['41117', '경기', '수원시 영통구', '41117'],
    ['36110', '세종특별자치시', '', '36110'],
  ])('is found by its code: %s %s %s', (sigunguCode, sido, sigungu, code) => {
    expect(regionOfAddress(PROVINCES, { sigunguCode, sido, sigungu })).toBe(code);
  });

  it.each([
    ['강원 before it had a code of its own', '42110', '강원', '춘천시', '51110'],
    ['세종 without a 시/군/구', '', '세종특별자치시', '', '36110'],
    ['전남 after it was merged with 광주', '12130', '전남광주통합특별시', '여수시', '46130'],
    ['광주 after it was merged with 전남', '12110', '전남광주통합특별시', '광산구', '29200'],
    ['제주 by its whole name', '99999', '제주특별자치도', '서귀포시', '50130'],
    ['a 경기 광주시, which is not 광주', '99999', '경기', '광주시', '41610'],
  ])('is found by its names: %s', (_, sigunguCode, sido, sigungu, code) => {
    expect(regionOfAddress(PROVINCES, { sigunguCode, sido, sigungu })).toBe(code);
  });

  it.each([
    ['a 시/도 that does not exist', '99999', '함경북도', '청진시'],
    ['a 구 that many have, without a 시/도', '99999', '', '중구'],
    ['nothing at all', '', '', ''],
  ])('is unknown for %s', (_, sigunguCode, sido, sigungu) => {
    expect(regionOfAddress(PROVINCES, { sigunguCode, sido, sigungu })).toBeNull();
  });
});
