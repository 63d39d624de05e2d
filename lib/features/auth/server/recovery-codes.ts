import { randomBytes } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import type { Tx } from '@/lib/db/transaction';

const HOW_MANY = 10;
const LENGTH = 10;
/** Without letters that are taken for digits. 32 of them: every byte gives one evenly. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'.padEnd(32, '+');

/** Ten new codes (each of 49 bits), written in two groups; those before are over. Only digests are kept. */
export async function storeRecoveryCodes(tx: Tx, ctx: ServiceContext, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.db.recoveryCode.deleteMany({ where: { userId } });
  await tx.db.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: ctx.vault.digest(code, userId) })),
  });
  return codes.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`);
}

/** Uses a recovery code up. @returns false when there is no such code; of two who use it at once one gets true */
export async function spendRecoveryCode(
  ctx: ServiceContext,
  userId: string,
  typed: string,
): Promise<boolean> {
  const code = typed.toLowerCase().replace(/[\s-]/g, '');
  if (code.length !== LENGTH) return false;
  const { count } = await ctx.db.recoveryCode.deleteMany({
    where: { userId, codeHash: ctx.vault.digest(code, userId) },
  });
  return count === 1;
}

function newCode(): string {
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      const letter = LETTERS[byte % 32];
      if (letter !== undefined && letter !== '+' && code.length < LENGTH) code += letter;
    }
  }
  return code;
}
