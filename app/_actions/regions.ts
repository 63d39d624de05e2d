'use server';

import { listProvinces } from '@/lib/features/regions/server/list-provinces';
import type { ProvinceView } from '@/lib/features/regions/views';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';

/** All 시/도 with their 시/군/구. */
export async function loadProvinces(): Promise<ActionResult<ProvinceView[]>> {
  return runAction((ctx) => listProvinces(ctx), undefined);
}
