import { notFound } from 'next/navigation';
import { isDomainError } from '@/lib/core/errors';
import { type Asker, noteRefusal } from '@/lib/core/note-refusal';
import { getContext } from './context';

/**
 * For pages: what a verb does not find, or an address that cannot name anything, is the 404 screen; every other failure
 * stays what it is.
 *
 * @param asker who asks, for the log
 */
export async function orNotFound<T>(read: Promise<T>, asker: () => Promise<Asker> = getContext): Promise<T> {
  const found = await read.then(
    (value) => ({ value }),
    async (error: unknown) => {
      if (!isDomainError(error) || (error.code !== 'NOT_FOUND' && error.code !== 'INVALID')) throw error;
      noteRefusal(await asker(), { way: 'page', code: error.code, reason: error.reason.key });
      return null;
    },
  );
  return found ? found.value : notFound();
}
