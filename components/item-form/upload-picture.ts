import { imageTypeOf } from '@/lib/features/images/file-type';
import type { PrepareUploadInput, RequestUploadInput } from '@/lib/features/images/schemas';
import type { PictureStatus } from '@/lib/features/images/upload-queue';
import type { ImageView, PresignedUpload } from '@/lib/features/images/views';
import type { ActionResult } from '@/lib/next/action-result';
import { SendError, type SendFault, type SendFile } from './send-file';

export interface UploadActions {
  requestUpload: (input: RequestUploadInput) => Promise<ActionResult<PresignedUpload>>;
  prepareUpload: (input: PrepareUploadInput) => Promise<ActionResult<ImageView>>;
}

export type UploadTexts = Record<SendFault, string>;

type UploadInput = {
  file: File;
  /** of an earlier try that reached the bucket */
  uploadKey: string | null;
  actions: UploadActions;
  send: SendFile;
  signal: AbortSignal;
  texts: UploadTexts;
  onStatus: (status: PictureStatus) => void;
};

/**
 * Brings one file from the member's computer to a picture that the server has: asks for a form, posts the file, has it
 * re-encoded. Each step is told by `onStatus`; a failure is the last of them. After an abort nothing more is told.
 *
 * @returns the picture, or null
 */
export async function uploadPicture(
  input: UploadInput,
): Promise<{ uploadKey: string; image: ImageView } | null> {
  let uploadKey = input.uploadKey;
  const tell = (status: PictureStatus) => {
    if (!input.signal.aborted) input.onStatus(status);
  };
  const fail = (message: string, canRetry: boolean) => {
    tell({ kind: 'failed', message, canRetry, uploadKey });
    return null;
  };
  try {
    if (uploadKey === null) {
      tell({ kind: 'sending', progress: 0 });
      const contentType = imageTypeOf(input.file) ?? 'image/jpeg';
      const form = await input.actions.requestUpload({ contentType, bytes: input.file.size });
      if (!form.ok) return fail(wordsOf(form.error), form.error.code !== 'INVALID');
      const onProgress = (progress: number) => tell({ kind: 'sending', progress });
      await input.send({ form: form.data, file: input.file, contentType, signal: input.signal, onProgress });
      uploadKey = form.data.key;
    }
    tell({ kind: 'preparing', uploadKey });
    const image = await input.actions.prepareUpload({ key: uploadKey });
    if (!image.ok) return fail(wordsOf(image.error), image.error.code !== 'INVALID');
    return input.signal.aborted ? null : { uploadKey, image: image.data };
  } catch (error) {
    return fail(input.texts[error instanceof SendError ? error.fault : 'network'], true);
  }
}

/** What is wrong with the one field that was sent says more than the sentence above it. */
function wordsOf({ message, fields }: { message: string; fields: Record<string, string> }): string {
  return Object.values(fields)[0] ?? message;
}
