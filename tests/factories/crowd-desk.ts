import type { Prisma } from '@/lib/db/generated/client';
import type { CrowdPlan } from './crowd';
import type { CrowdTalk } from './crowd-rooms';

/** Each is a choice on half of the pages: more would only make them slow. */
const MANY_CATEGORIES = 50;

interface Reported {
  items: { id: string }[];
  liked: { id: string }[];
  talk: CrowdTalk;
}

/** What waits at the admins' desk: categories, open and decided reports, feedback, the audit log. */
export function crowdDesk({ me, others, now, mark }: CrowdPlan, { items, liked, talk }: Reported) {
  const at = (index: number) => new Date(now.getTime() - index * 1_000);
  const report = (reporterId: string, index: number) => ({
    ...{ reporterId, messageId: talk.messages[index]?.id ?? null },
    ...{ category: 'OTHER' as const, text: mark(index), createdAt: at(index) },
  });
  const open = others.map((id, index) => ({ ...report(id, index), itemId: items[0]?.id ?? '' }));
  const decided = others.map((id, index) => ({
    ...{ ...report(id, index), itemId: liked[0]?.id ?? '', claimedById: me.id },
    ...{ status: 'UPHELD' as const, resolvedAt: now, resolution: mark(index) },
  }));
  const categories: Prisma.CategoryCreateManyInput[] = others.slice(0, MANY_CATEGORIES).map((id, index) => ({
    ...{
      slug: id,
      name: mark(index).replace('표본', '갈래'),
      nameEn: `sample ${index}`,
      icon: 'package',
      sortOrder: 1_000 + index,
    },
  }));
  const feedback: Prisma.FeedbackCreateManyInput[] = others.map((_, index) => ({
    ...{ userId: me.id, title: mark(index), body: '잘 쓰고 있어요.', createdAt: at(index) },
  }));
  const auditLogs: Prisma.AuditLogCreateManyInput[] = others.map((id, index) => ({
    ...{ adminId: me.id, action: 'member.suspended', targetType: 'member', targetId: id },
    ...{ detail: { reason: mark(index) }, createdAt: at(index) },
  }));
  return { reports: [...open, ...decided], categories, feedback, auditLogs };
}
