import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket';

export interface StoredObject {
  key: string;
  lastModified: Date;
  /** Bytes. */
  size: number;
}

/** Every object under a prefix, page by page. */
export async function* listObjects({ client, name }: Bucket, prefix: string): AsyncGenerator<StoredObject> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix })) {
    for (const { Key: key, LastModified: lastModified, Size: size } of page.Contents ?? []) {
      if (key !== undefined && lastModified !== undefined) yield { key, lastModified, size: size ?? 0 };
    }
  }
}
