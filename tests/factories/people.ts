import { randomBytes } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import type { Db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

const SEOUL_GANGNAM = '11680';

/** A member of a district, as the actor that an adapter would build. Unique values unless overridden. */
export async function createMember(
  db: Db,
  overrides: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<MemberActor & { regionCode: string }> {
  const unique = randomBytes(4).toString('hex');
  const user = await db.user.create({
    data: { email: `${unique}@example.com`, nickname: `n${unique}`, regionCode: SEOUL_GANGNAM, ...overrides },
  });
  return {
    kind: 'member',
    id: user.id,
    nickname: user.nickname ?? '',
    regionCode: user.regionCode ?? SEOUL_GANGNAM,
    role: user.role,
  };
}
