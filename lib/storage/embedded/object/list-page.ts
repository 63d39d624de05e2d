import type { ObjectDisk } from '../disk/object-disk';
import type { ObjectMeta } from '../disk/object-file';
import { compareKeys } from '../disk/object-index';

/** The last entry of a page: a key, or a common prefix whose keys are all behind it. */
export interface ListPosition {
  readonly key: string;
  readonly isPrefix: boolean;
}

export interface ListQuery {
  readonly prefix: string;
  /** '' for none. */
  readonly delimiter: string;
  readonly after: ListPosition;
  readonly maxKeys: number;
}

export interface ListPage {
  readonly objects: ObjectMeta[];
  readonly commonPrefixes: string[];
  /** Where the next page goes on, or null at the end. */
  readonly next: ListPosition | null;
}

/** One page in S3's order; keys that share what stands before the delimiter count as one entry. */
export function collectPage(disk: Pick<ObjectDisk, 'list'>, query: ListQuery): ListPage {
  const page = { objects: [] as ObjectMeta[], commonPrefixes: [] as string[] };
  if (query.maxKeys === 0) return { ...page, next: null };
  let last = query.after;
  for (const meta of disk.list(query.prefix, (key) => isAfter(key, query.after))) {
    if (last.isPrefix && meta.key.startsWith(last.key)) continue;
    if (page.objects.length + page.commonPrefixes.length === query.maxKeys) return { ...page, next: last };
    const commonPrefix = findCommonPrefix(meta.key, query);
    if (commonPrefix === null) page.objects.push(meta);
    else page.commonPrefixes.push(commonPrefix);
    last = { key: commonPrefix ?? meta.key, isPrefix: commonPrefix !== null };
  }
  return { ...page, next: null };
}

function isAfter(key: string, { key: position, isPrefix }: ListPosition): boolean {
  return compareKeys(key, position) > 0 && !(isPrefix && key.startsWith(position));
}

function findCommonPrefix(key: string, { prefix, delimiter }: ListQuery): string | null {
  if (delimiter === '') return null;
  const end = key.indexOf(delimiter, prefix.length);
  return end === -1 ? null : key.slice(0, end + delimiter.length);
}
