import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticated } from './auth/authenticate';
import type { ObjectDisk } from './disk/object-disk';
import type { RequestTarget } from './http/request-target';

/** The one key pair that owns the bucket. */
export interface Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** What every operation of one running store shares. */
export interface StoreContext {
  readonly disk: ObjectDisk;
  readonly account: Account;
  readonly bucket: string;
  readonly publicPrefixes: readonly string[];
  readonly allowedOrigins: '*' | readonly string[];
  readonly now: () => Date;
}

/** One request on its way through the store; `auth` is null for an anonymous one. */
export interface S3Request {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly target: RequestTarget;
  readonly auth: Authenticated | null;
}
