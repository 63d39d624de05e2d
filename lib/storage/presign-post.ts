import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Bucket } from './bucket';

export interface PresignPostInput {
  key: string;
  /** The one content type that the form may carry. */
  contentType: string;
  maxBytes: number;
  expiresInSeconds: number;
}

/** A form for the browser: every field as it stands, then `file` as the last one, posted to `url`. */
export interface PresignedPost {
  url: string;
  fields: Record<string, string>;
}

/** Signs a POST policy for one file; no request is made. The form answers 204 when the file is stored. */
export async function presignPost(
  { client, name }: Bucket,
  publicUrl: string,
  { key, contentType, maxBytes, expiresInSeconds }: PresignPostInput,
): Promise<PresignedPost> {
  const { fields } = await createPresignedPost(client, {
    Bucket: name,
    Key: key,
    Expires: expiresInSeconds,
    Conditions: [['content-length-range', 1, maxBytes]],
    Fields: { 'Content-Type': contentType, success_action_status: '204' },
  });
  return { url: publicUrl.replace(/\/+$/, ''), fields };
}
