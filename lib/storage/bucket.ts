import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  HeadBucketCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { hasStatus } from './s3-status';

export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
  readonly region: string;
}

const PING_TIMEOUT_MS = 2_000;

/** Makes the bucket unless it is there already; two that try at once are no fault. */
export async function ensureBucket(bucket: Bucket): Promise<void> {
  try {
    await bucket.client.send(new HeadBucketCommand({ Bucket: bucket.name }));
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
    await createBucket(bucket);
  }
}

/** Rejects when the bucket does not answer in time, or not with 200. */
export async function ping(
  { client, name }: Bucket,
  signal = AbortSignal.timeout(PING_TIMEOUT_MS),
): Promise<void> {
  await client.send(new HeadBucketCommand({ Bucket: name }), { abortSignal: signal });
}

async function createBucket({ client, name, region }: Bucket): Promise<void> {
  const isNamed = region !== 'us-east-1' && region !== 'auto';
  try {
    await client.send(
      new CreateBucketCommand({
        Bucket: name,
        ...(isNamed
          ? { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } }
          : {}),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'BucketAlreadyOwnedByYou') throw error;
  }
}
