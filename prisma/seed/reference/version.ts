import { createHash } from 'node:crypto';
import { categories } from './categories';
import { provinces } from './regions';

/** Key of the row that tells which lists a database has. */
export const REFERENCE_MARKER = 'reference-data';

/** Differs with any of the regions and categories. */
export function referenceVersion(): string {
  return createHash('sha256')
    .update(JSON.stringify([provinces, categories]))
    .digest('hex');
}
