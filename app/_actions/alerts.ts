'use server';

import type { ListAlertsInput, ReadAlertsInput } from '@/lib/features/alerts/schemas';
import { listAlerts as listAlertsVerb } from '@/lib/features/alerts/server/list-alerts';
import { readAlerts as readAlertsVerb } from '@/lib/features/alerts/server/read-alerts';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import type { AlertPayload } from '@/lib/realtime/events';

export async function listAlerts(
  input: ListAlertsInput,
): Promise<ActionResult<{ alerts: AlertPayload[]; nextCursor: string | null; unread: number }>> {
  return runAction(listAlertsVerb, input);
}

export async function readAlerts(input: ReadAlertsInput): Promise<ActionResult<{ unread: number }>> {
  return runAction(readAlertsVerb, input);
}
