import type { ServiceContext } from '@/lib/core/context';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import type { PresignedUpload } from '@/lib/features/images/views';
import { plainPicture } from './pictures';

/** Posts a file with an issued form, as a browser does. */
export async function postUpload(upload: PresignedUpload, bytes: Buffer): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'picture');
  const response = await fetch(upload.url, { method: 'POST', body: form });
  return response.status;
}

/** Uploads a picture (a small one unless given) as the member of this context. @returns its key */
export async function sendUpload(ctx: ServiceContext, picture?: Buffer): Promise<string> {
  const bytes = picture ?? (await plainPicture());
  const upload = await requestUpload(ctx, { contentType: 'image/jpeg', bytes: bytes.length });
  const status = await postUpload(upload, bytes);
  if (status !== 204) throw new Error(`The store answered ${status}`);
  return upload.key;
}
