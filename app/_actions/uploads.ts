'use server';

import type { PrepareUploadInput, RequestUploadInput } from '@/lib/features/images/schemas';
import { prepareUpload as prepareUploadVerb } from '@/lib/features/images/server/prepare-upload';
import { requestUpload as requestUploadVerb } from '@/lib/features/images/server/request-upload';
import type { ImageView, PresignedUpload } from '@/lib/features/images/views';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { asOnce, type Submission } from '@/lib/next/once';

/** A form to post one file straight to the bucket with. */
export async function requestUpload(
  input: RequestUploadInput & Submission,
): Promise<ActionResult<PresignedUpload>> {
  return runAction(asOnce('requestUpload', requestUploadVerb), input);
}

/** Makes of a posted file the picture that people see. */
export async function prepareUpload(input: PrepareUploadInput): Promise<ActionResult<ImageView>> {
  return runAction(prepareUploadVerb, input);
}
