import { z } from 'zod';
import { blockMember } from '@/lib/features/blocks/server/block-member';
import { listBlocks } from '@/lib/features/blocks/server/list-blocks';
import { unblockMember } from '@/lib/features/blocks/server/unblock-member';
import { type Operation, operation } from '@/lib/rest/operation';
import { pageQuery } from '@/lib/rest/query';
import { blockSchema, pageOf } from '@/lib/rest/schemas';

const tag = 'blocks';
const idOf = ({ memberId = '' }: Record<string, string>) => memberId;

export const blockRoutes: Operation[] = [
  operation({
    id: 'listBlocks',
    method: 'get',
    path: '/blocks',
    tag,
    access: 'member',
    summary: 'Whom one has blocked, last first',
    query: pageQuery,
    status: 200,
    response: pageOf(blockSchema),
    refuses: ['INVALID'],
    run: (ctx, { query }) => listBlocks(ctx, query as Parameters<typeof listBlocks>[1]),
  }),
  operation({
    id: 'blockMember',
    method: 'put',
    path: '/blocks/{memberId}',
    tag,
    access: 'member',
    summary: 'Block a member: no messages, requests or items of each other',
    description: 'Undecided requests between the two end. What is booked or on rent goes on.',
    status: 200,
    response: z.strictObject({ blocked: z.literal(true) }),
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND'],
    run: (ctx, { path }) => blockMember(ctx, { memberId: idOf(path) }),
  }),
  operation({
    id: 'unblockMember',
    method: 'delete',
    path: '/blocks/{memberId}',
    tag,
    access: 'member',
    summary: 'Take a block back',
    status: 200,
    response: z.strictObject({ blocked: z.literal(false) }),
    refuses: ['INVALID'],
    run: (ctx, { path }) => unblockMember(ctx, { memberId: idOf(path) }),
  }),
];
