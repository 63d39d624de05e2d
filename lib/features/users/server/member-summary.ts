import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import type { RegionView } from '@/lib/features/regions/views';
import { bandOf, scoreOf } from '@/lib/features/users/score';
import type { MemberSummary } from '@/lib/features/users/views';
import { imageKey } from '@/lib/storage/keys';

const AVATAR_WIDTH = 320;

/** What `memberJson` gives. */
export interface MemberRow {
  id: string;
  nickname: string | null;
  avatarImageId: string | null;
  reviewCount: number;
  starSum: number;
  region: RegionView | null;
}

/**
 * A `MemberRow` as a JSON object, for raw SQL.
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
