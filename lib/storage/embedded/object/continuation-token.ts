import { S3Error } from '../s3-error';
import type { ListPosition } from './list-page';

/** Hides a place in a listing in a token that clients hand back as it is. */
export function encodeToken(position: ListPosition): string {
  return Buffer.from((position.isPrefix ? 'p' : 'k') + position.key).toString('base64url');
}

/** Throws InvalidArgument for a token that is none of ours. */
export function decodeToken(token: string): ListPosition {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  const position = { isPrefix: text.startsWith('p'), key: text.slice(1) };
  if (/^[pk]/.test(text) && encodeToken(position) === token) return position;
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect', {
    ArgumentName: 'continuation-token',
  });
}
