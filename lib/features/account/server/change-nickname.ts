import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { type ChangeNicknameInput, changeNicknameSchema } from '@/lib/features/account/schemas';
import { updateAccount } from './update-account';

/** Gives the member another nickname. @throws as updateAccount does */
export async function changeNickname(ctx: ServiceContext, input: ChangeNicknameInput): Promise<void> {
  await updateAccount(ctx, parseInput(changeNicknameSchema, input));
}
