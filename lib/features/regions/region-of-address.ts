import type { ProvinceView } from './views';

/** The part of an address of the postcode search that says where it is (postcode.map.kakao.com/guide). */
export interface FoundAddress {
  /** 5 digits, as our own codes are */
  sigunguCode: string;
  /** short (서울, 경기) or whole (세종특별자치시) */
  sido: string;
  /** such as 강남구 or 수원시 영통구; '' in 세종 */
  sigungu: string;
}

/**
 * The district of our list in which an address lies: by its code, else (codes change, and our list keeps some that were
 * given up) by its names.
 *
 * @returns 5-digit code, or null when no district or more than one fits
 */
export function regionOfAddress(provinces: readonly ProvinceView[], address: FoundAddress): string | null {
  const all = provinces.flatMap(({ regions }) => regions);
  if (all.some(({ code }) => code === address.sigunguCode)) return address.sigunguCode;
  const sido = address.sido.normalize('NFC').trim();
  const sigungu = address.sigungu.normalize('NFC').trim();
  const fitting = provinces
    .filter(({ name, shortName }) => sido !== '' && (sido === name || sido.includes(shortName)))
    .flatMap(({ regions }) => regions.filter(({ name }, _, { length }) => name === sigungu || length === 1));
  return fitting.length === 1 ? (fitting[0]?.code ?? null) : null;
}
