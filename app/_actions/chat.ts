'use server';

import type { Page } from '@/lib/core/page';
import type { ListRoomsInput } from '@/lib/features/chat/schemas';
import { listRooms as listRoomsVerb } from '@/lib/features/chat/server/list-rooms';
import type { RoomSummary } from '@/lib/features/chat/views';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';

export async function listRooms(input: ListRoomsInput): Promise<ActionResult<Page<RoomSummary>>> {
  return runAction(listRoomsVerb, input);
}
