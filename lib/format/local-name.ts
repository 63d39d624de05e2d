/** Name of a district or category in the reader's language: the Korean one in Korean, else the Latin one. */
export function localName(thing: { name: string; nameEn: string }, locale: string): string {
  return locale.startsWith('ko') ? thing.name : thing.nameEn;
}
