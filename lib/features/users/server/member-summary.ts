import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { bandOf, scoreOf } from '@/lib/features/users/score';
import type { MemberSummary } from '@/lib/features/users/views';
import { imageKey } from '@/lib/storage/keys';

const AVATAR_WIDTH = 320;

/** What Prisma is to select for `toMemberSummary`. */
export const memberSelect = {
  id: true,
  nickname: true,
  avatarImageId: true,
  reviewCount: true,
  starSum: true,
  region: { select: { code: true, name: true, nameEn: true } },
} as const satisfies Prisma.UserSelect;

export type MemberRow = Prisma.UserGetPayload<{ select: typeof memberSelect }>;

/**
 * The same row as a JSON object, for raw SQL.
 *
 * @param user alias of a joined "User" in that statement; its district is looked up by the object itself
 */
export function memberJson(user: 'author' | 'partner' | 'reviewer' | 'member'): Prisma.Sql {
  const alias = Prisma.raw(`"${user}"`);
  return Prisma.sql`json_build_object(
    'id', ${alias}."id", 'nickname', ${alias}."nickname", 'avatarImageId', ${alias}."avatarImageId",
    'reviewCount', ${alias}."reviewCount", 'starSum', ${alias}."starSum",
    'region', (SELECT json_build_object('code', place."code", 'name', place."name", 'nameEn', place."nameEn")
               FROM "Region" place WHERE place."code" = ${alias}."regionCode"))`;
}

/** A member as others see them; of one who has left only the id and the score remain. */
export function toMemberSummary(ctx: ServiceContext, row: MemberRow): MemberSummary {
  const hasLeft = row.nickname === null;
  const score = scoreOf(row.starSum, row.reviewCount);
  return {
    id: row.id,
    nickname: row.nickname,
    avatarUrl: hasLeft ? null : avatarUrlOf(ctx, row.avatarImageId),
    region: hasLeft ? null : row.region,
    score,
    band: bandOf(score),
    reviewCount: row.reviewCount,
  };
}

/** @returns address of a member's picture, or null without one */
export function avatarUrlOf(ctx: ServiceContext, avatarImageId: string | null): string | null {
  return avatarImageId && ctx.storage.publicUrl(imageKey(avatarImageId, AVATAR_WIDTH));
}
