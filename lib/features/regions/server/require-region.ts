import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { findRegion } from './find-region';

/**
 * @param code of a 시/군/구
 * @throws INVALID for the field `regionCode` when there is no such district
 */
export async function requireRegion(ctx: ServiceContext, code: string): Promise<void> {
  const place = await findRegion(ctx, code);
  if (!place?.region) throw invalidField('regionCode', 'region.required');
}
