import { DomainError } from './errors';

/** Who asks. Built by an adapter from a session that the domain has checked, never from what a client sent. */
export type Actor =
  | { kind: 'visitor' }
  | {
      kind: 'member';
      id: string;
      nickname: string;
      regionCode: string | null;
      role: 'MEMBER' | 'ADMIN';
      /** left out when there are none */
      blocked?: BlockedMembers;
    }
  | { kind: 'system' };

/** Members with whom this one has nothing to do, whoever of the two wanted it. */
export interface BlockedMembers {
  byMe: readonly string[];
  byThem: readonly string[];
}

export type MemberActor = Extract<Actor, { kind: 'member' }>;

/** @throws UNAUTHENTICATED for visitors */
export function requireMember(actor: Actor): MemberActor {
  if (actor.kind !== 'member') throw new DomainError('UNAUTHENTICATED', 'auth.required');
  return actor;
}

/**
 * Whoever writes anything has told their district first (PRODUCT.md 2).
 *
 * @throws UNAUTHENTICATED for visitors, FORBIDDEN for members without a district
 */
export function requireResident(actor: Actor): MemberActor & { regionCode: string } {
  const member = requireMember(actor);
  if (member.regionCode === null) throw new DomainError('FORBIDDEN', 'auth.regionRequired');
  return { ...member, regionCode: member.regionCode };
}

/** @throws FORBIDDEN for everybody but jobs */
export function requireSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw new DomainError('FORBIDDEN', 'auth.forbidden');
}

/** Whose items and pages are not there for whoever asks, and theirs not for them. */
export function blockedIdsOf(actor: Actor): readonly string[] {
  const blocked = actor.kind === 'member' ? actor.blocked : undefined;
  return blocked ? [...blocked.byMe, ...blocked.byThem] : [];
}

/** The member's id, or null for visitors and jobs. */
export function memberIdOf(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.id : null;
}

/**
 * @throws NOT_FOUND for everybody but admins: what is theirs is not there for others (PRODUCT.md 3)
 */
export function requireAdmin(actor: Actor): MemberActor {
  if (actor.kind === 'member' && actor.role === 'ADMIN') return actor;
  throw new DomainError('NOT_FOUND', 'notFound');
}
