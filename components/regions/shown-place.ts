type Names = { code: string; name: string; nameEn: string };

/** A district, or a whole 시/도 (then `region` is null). */
export interface ShownPlace {
  province: Names & { shortName: string };
  region: Names | null;
}
