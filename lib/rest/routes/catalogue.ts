import { z } from 'zod';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { listProvinces } from '@/lib/features/regions/server/list-provinces';
import { type Operation, operation } from '@/lib/rest/operation';
import { categorySchema, provinceSchema } from '@/lib/rest/schemas';

/** What seldom changes. */
export const catalogueRoutes: Operation[] = [
  operation({
    id: 'listRegions',
    method: 'get',
    path: '/regions',
    tag: 'catalogue',
    access: 'public',
    summary: 'Every 시/도 with its 시/군/구',
    status: 200,
    response: z.strictObject({ data: z.array(provinceSchema) }),
    run: async (ctx) => ({ data: await listProvinces(ctx) }),
  }),
  operation({
    id: 'listCategories',
    method: 'get',
    path: '/categories',
    tag: 'catalogue',
    access: 'public',
    summary: 'Categories in their order',
    status: 200,
    response: z.strictObject({ data: z.array(categorySchema) }),
    run: async (ctx) => ({ data: await listCategories(ctx) }),
  }),
];
