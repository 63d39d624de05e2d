import type { IncomingHttpHeaders } from 'node:http';
import type { ObjectMeta } from '../disk/object-file';

/**
 * What the conditional headers of a GET or HEAD make of it: the object, 304 or 412.
 * Source of the order: RFC 9110, section 13.2.2. Dates count whole seconds.
 */
export function judgeConditions(headers: IncomingHttpHeaders, meta: ObjectMeta): 200 | 304 | 412 {
  const modified = wholeSeconds(meta.lastModified);
  const ifMatch = headers['if-match'];
  const unmodifiedSince = parseDate(headers['if-unmodified-since']);
  if (ifMatch !== undefined) {
    if (!matchesEtag(ifMatch, meta.etag)) return 412;
  } else if (unmodifiedSince !== null && modified > unmodifiedSince) {
    return 412;
  }
  const ifNoneMatch = headers['if-none-match'];
  const modifiedSince = parseDate(headers['if-modified-since']);
  if (ifNoneMatch !== undefined) return matchesEtag(ifNoneMatch, meta.etag) ? 304 : 200;
  return modifiedSince !== null && modified <= modifiedSince ? 304 : 200;
}

/** Whether an If-Range header still means this object. */
export function rangeStillHolds(ifRange: string | undefined, meta: ObjectMeta): boolean {
  if (ifRange === undefined) return true;
  if (ifRange.startsWith('"')) return ifRange === `"${meta.etag}"`;
  return parseDate(ifRange) === wholeSeconds(meta.lastModified);
}

function matchesEtag(list: string, etag: string): boolean {
  const tags = list.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === '*' || tag === `"${etag}"` || tag === etag);
}

function wholeSeconds(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

function parseDate(text: string | undefined): number | null {
  const milliseconds = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}
