import data from './regions.json';

/** 시/군/구; `code` is the 5-digit 시군구 part of the 법정동코드. */
export interface DistrictData {
  code: string;
  name: string;
  nameEn: string;
  /** of its centre, WGS 84 */
  lat: number;
  lng: number;
}

/** 시/도; its 2-digit `code` begins the codes of its districts. */
export interface ProvinceData extends DistrictData {
  shortName: string;
  districts: DistrictData[];
}

/** Every 시/도 and 시/군/구, in the order they are offered in. Date and source are in README.md beside this file. */
export const provinces: readonly ProvinceData[] = data.provinces;
