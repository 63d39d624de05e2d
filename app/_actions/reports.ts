'use server';

import type { WriteReportInput } from '@/lib/features/reports/schemas';
import { writeReport as writeReportVerb } from '@/lib/features/reports/server/write-report';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { asOnce, type Submission } from '@/lib/next/once';

export async function writeReport(
  input: WriteReportInput & Submission,
): Promise<ActionResult<{ reportId: string }>> {
  return runAction(asOnce('writeReport', writeReportVerb), input);
}
