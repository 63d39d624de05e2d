'use server';

import type { WriteReportInput } from '@/lib/features/reports/schemas';
import { writeReport as writeReportVerb } from '@/lib/features/reports/server/write-report';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';

export async function writeReport(input: WriteReportInput): Promise<ActionResult<{ reportId: string }>> {
  return runAction(writeReportVerb, input);
}
