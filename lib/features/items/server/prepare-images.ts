import type { ServiceContext } from '@/lib/core/context';
import { DomainError, isDomainError } from '@/lib/core/errors';
import type { ImageRef } from '@/lib/features/images/server/claim-images';
import { prepareUpload } from '@/lib/features/images/server/prepare-upload';

/**
 * Makes sure that every upload of a form is a picture, before the transaction that stores the item: decoding takes long.
 *
 * @throws INVALID for `images.<index>`
 */
export async function prepareImages(ctx: ServiceContext, refs: ImageRef[]): Promise<void> {
  for (const [index, ref] of refs.entries()) {
    if ('uploadKey' in ref) await prepareOne(ctx, ref.uploadKey, `images.${index}`);
  }
}

async function prepareOne(ctx: ServiceContext, key: string, field: string) {
  try {
    await prepareUpload(ctx, { key });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { code, reason } = error;
    throw new DomainError(code, reason, { fields: [{ field, reason }], cause: error });
  }
}
