export interface RegionView {
  /** 5-digit code of the 시/군/구 */
  code: string;
  name: string;
  nameEn: string;
}

export interface ProvinceView {
  /** 2-digit code of the 시/도 */
  code: string;
  name: string;
  nameEn: string;
  shortName: string;
  regions: RegionView[];
}
