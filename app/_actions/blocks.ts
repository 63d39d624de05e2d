'use server';

import type { ListBlocksInput, SetBlockInput } from '@/lib/features/blocks/schemas';
import { listBlocks } from '@/lib/features/blocks/server/list-blocks';
import { setBlock as setBlockVerb } from '@/lib/features/blocks/server/set-block';
import { runAction } from '@/lib/next/action';

/** 「차단하기」, 「차단 해제」 */
export async function setBlock(input: SetBlockInput) {
  return runAction(setBlockVerb, input);
}

export async function loadBlocks(input: ListBlocksInput) {
  return runAction(listBlocks, input);
}
