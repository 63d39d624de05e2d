import { notFound } from 'next/navigation';
import { isDomainError } from '@/lib/core/errors';

/**
 * For pages: what a verb does not find, or an address that cannot name anything, is the 404 screen; every other failure
 * stays what it is.
 */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  const found = await read.then(
    (value) => ({ value }),
    (error: unknown) => {
      if (isDomainError(error) && (error.code === 'NOT_FOUND' || error.code === 'INVALID')) return null;
      throw error;
    },
  );
  return found ? found.value : notFound();
}
