import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { type SetBlockInput, setBlockSchema } from '@/lib/features/blocks/schemas';
import { blockMember } from './block-member';
import { unblockMember } from './unblock-member';

/**
 * 차단하기 and 차단 해제 by one switch.
 *
 * @throws as both do; INVALID also when it is not said which
 */
export async function setBlock(ctx: ServiceContext, input: SetBlockInput): Promise<{ blocked: boolean }> {
  const { on, memberId } = parseInput(setBlockSchema, input);
  return on ? blockMember(ctx, { memberId }) : unblockMember(ctx, { memberId });
}
