import { z } from 'zod';
import {
  changeAvatarSchema,
  changePasswordSchema,
  updateAccountSchema,
} from '@/lib/features/account/schemas';
import { changeAvatar } from '@/lib/features/account/server/change-avatar';
import { changePassword } from '@/lib/features/account/server/change-password';
import { getAccount } from '@/lib/features/account/server/get-account';
import { updateAccount } from '@/lib/features/account/server/update-account';
import { withdraw } from '@/lib/features/account/server/withdraw';
import { readAlertsSchema } from '@/lib/features/alerts/schemas';
import { listAlerts } from '@/lib/features/alerts/server/list-alerts';
import { readAlerts } from '@/lib/features/alerts/server/read-alerts';
import { writeFeedbackSchema } from '@/lib/features/feedback/schemas';
import { writeFeedback } from '@/lib/features/feedback/server/write-feedback';
import { listMemberReviews } from '@/lib/features/reviews/server/list-member-reviews';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { type Operation, operation } from '@/lib/rest/operation';
import { pageQuery } from '@/lib/rest/query';
import { accountSchema, alertSchema, pageOf, profileSchema, reviewSchema } from '@/lib/rest/schemas';

const idOf = ({ memberId = '' }: Record<string, string>) => memberId;

export const peopleRoutes: Operation[] = [
  operation({
    id: 'getMember',
    method: 'get',
    path: '/members/{memberId}',
    tag: 'members',
    access: 'public',
    summary: 'A member’s public profile',
    status: 200,
    response: profileSchema,
    refuses: ['NOT_FOUND'],
    run: (ctx, { path }) => getProfile(ctx, { userId: idOf(path) }),
  }),
  operation({
    id: 'listMemberReviews',
    method: 'get',
    path: '/members/{memberId}/reviews',
    tag: 'reviews',
    access: 'public',
    summary: 'Reviews that a member has received',
    query: pageQuery,
    status: 200,
    response: pageOf(reviewSchema),
    refuses: ['INVALID'],
    run: (ctx, { path, query }) =>
      listMemberReviews(ctx, { ...query, userId: idOf(path) } as Parameters<typeof listMemberReviews>[1]),
  }),
  operation({
    id: 'getMe',
    method: 'get',
    path: '/me',
    tag: 'me',
    access: 'member',
    summary: 'One’s own account',
    status: 200,
    response: accountSchema,
    run: (ctx) => getAccount(ctx),
  }),
  operation({
    id: 'updateMe',
    method: 'patch',
    path: '/me',
    tag: 'me',
    access: 'member',
    summary: 'Change nickname or district, or both',
    body: updateAccountSchema,
    status: 200,
    response: accountSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'CONFLICT'],
    run: async (ctx, { body }) => {
      await updateAccount(ctx, body);
      return getAccount(ctx);
    },
  }),
  operation({
    id: 'changeAvatar',
    method: 'put',
    path: '/me/avatar',
    tag: 'me',
    access: 'member',
    summary: 'Give oneself a picture that was uploaded, or none',
    body: changeAvatarSchema,
    status: 200,
    response: z.strictObject({ avatarUrl: z.url().nullable() }),
    refuses: ['INVALID', 'FORBIDDEN'],
    run: (ctx, { body }) => changeAvatar(ctx, body),
  }),
  operation({
    id: 'changePassword',
    method: 'put',
    path: '/me/password',
    tag: 'me',
    access: 'member',
    summary: 'Change one’s password: every session and token of the member ends',
    body: changePasswordSchema,
    status: 204,
    response: null,
    refuses: ['INVALID', 'FORBIDDEN', 'RATE_LIMITED'],
    run: (ctx, { body, address }) => changePassword(ctx, body, { address }),
  }),
  operation({
    id: 'withdraw',
    method: 'delete',
    path: '/me',
    tag: 'me',
    access: 'member',
    summary: 'Leave for good',
    status: 204,
    response: null,
    refuses: ['CONFLICT'],
    run: (ctx) => withdraw(ctx),
  }),
  operation({
    id: 'listAlerts',
    method: 'get',
    path: '/alerts',
    tag: 'alerts',
    access: 'member',
    summary: 'One’s own alerts, newest first',
    query: pageQuery,
    status: 200,
    response: z.strictObject({
      data: z.array(alertSchema),
      nextCursor: z.string().nullable(),
      unread: z.int(),
    }),
    refuses: ['INVALID'],
    run: async (ctx, { query }) => {
      const { alerts, ...rest } = await listAlerts(ctx, query as Parameters<typeof listAlerts>[1]);
      return { data: alerts, ...rest };
    },
  }),
  operation({
    id: 'readAlerts',
    method: 'post',
    path: '/alerts/read',
    tag: 'alerts',
    access: 'member',
    summary: 'Mark one alert, those of a room, or all as read',
    body: readAlertsSchema,
    status: 200,
    response: z.strictObject({ unread: z.int() }),
    refuses: ['INVALID', 'NOT_FOUND'],
    run: (ctx, { body }) => readAlerts(ctx, body),
  }),
  operation({
    id: 'writeFeedback',
    method: 'post',
    path: '/feedback',
    tag: 'feedback',
    access: 'member',
    summary: 'A word to those who run the service',
    body: writeFeedbackSchema.omit({ submissionId: true }),
    status: 201,
    response: z.strictObject({ feedbackId: z.guid() }),
    refuses: ['INVALID', 'FORBIDDEN', 'RATE_LIMITED'],
    run: (ctx, { body, onceId }) => writeFeedback(ctx, { ...body, ...(onceId && { submissionId: onceId }) }),
  }),
];
