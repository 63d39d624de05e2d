import type { RawParams } from '@/components/items/item-filters';
import { cutText } from '@/lib/core/count-characters';

export interface ListParams {
  q: string;
  cursor?: string;
}

/** What the address says of a list; anything odd in it is left out. */
export async function readListParams(searchParams: Promise<RawParams>): Promise<ListParams> {
  const { q, cursor } = await searchParams;
  return {
    q: typeof q === 'string' ? cutText(q, 100) : '',
    ...(typeof cursor === 'string' && cursor.length <= 100 && { cursor }),
  };
}
