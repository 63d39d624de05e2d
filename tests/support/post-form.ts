import { createHmac } from 'node:crypto';
import { STORE } from './object-store';
import { type RawResponse, sendRaw } from './raw-http';

export type Condition = unknown[] | Record<string, string>;

export interface Policy {
  expiration?: unknown;
  conditions?: unknown;
}

export interface SignOptions {
  date?: Date;
  region?: string;
  service?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
}

export interface FilePart {
  content: Buffer | string;
  filename?: string;
  type?: string;
}

/** Signs a policy by hand, with nothing of the store's own code. */
export function signFields(document: Policy | string, options: SignOptions = {}): Record<string, string> {
  const { date = new Date(), region = STORE.region, service = 's3' } = options;
  const { accessKeyId = STORE.accessKeyId, secretAccessKey = STORE.secretAccessKey } = options;
  const amzDate = toAmzDate(date);
  const day = amzDate.slice(0, 8);
  const policy = typeof document === 'string' ? document : toBase64(document);
  const hmac = (key: string | Buffer, data: string): Buffer =>
    createHmac('sha256', key).update(data).digest();
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), service), 'aws4_request');
  return {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${day}/${region}/${service}/aws4_request`,
    'x-amz-date': amzDate,
    policy,
    'x-amz-signature': createHmac('sha256', key).update(policy).digest('hex'),
  };
}

export function toBase64(document: unknown): string {
  return Buffer.from(JSON.stringify(document)).toString('base64');
}

export function toAmzDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A multipart body whose parts stand in the given order. */
export function multipart(
  parts: readonly (readonly [name: string, value: string | FilePart])[],
  boundary = '----boundary0123456789',
): { body: Buffer; contentType: string } {
  const chunks = parts.flatMap(([name, value]) => {
    if (typeof value === 'string') {
      return [`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`];
    }
    const { content, filename = 'photo.jpg', type = 'image/jpeg' } = value;
    return [
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`,
      content,
      '\r\n',
    ];
  });
  const body = Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk as string)));
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

/** Posts a form to a bucket URL. */
export function postForm(
  bucketUrl: string,
  parts: readonly (readonly [name: string, value: string | FilePart])[],
): Promise<RawResponse> {
  const { body, contentType } = multipart(parts);
  return sendRaw(bucketUrl, new URL(bucketUrl).pathname, {
    method: 'POST',
    headers: { 'content-type': contentType, 'content-length': body.length },
    body,
  });
}
