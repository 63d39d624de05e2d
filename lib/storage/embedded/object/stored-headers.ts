import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';

const SYSTEM = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
const USER_PREFIX = 'x-amz-meta-';
const DEFAULT_TYPE = 'binary/octet-stream';

/**
 * Chooses from request headers or form fields (names in lower case) what is stored with an object.
 * Throws InvalidArgument for what no HTTP header may hold, MetadataTooLarge beyond S3's 2 KB.
 */
export function pickStoredHeaders(given: Iterable<readonly [string, string]>): Record<string, string> {
  const picked = [...given].flatMap(([name, value]) =>
    isStored(name) ? [[name, cleaned(name, value)] as const] : [],
  );
  const kept = picked.filter(([, value]) => value !== '');
  assertUserMetadataSize(kept);
  return { 'content-type': DEFAULT_TYPE, ...Object.fromEntries(kept) };
}

/** The stored headers in the form in which node:http sends them. */
export function toResponseHeaders(stored: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, encodeWord(value)]));
}

function isStored(name: string): boolean {
  return SYSTEM.includes(name) || name.startsWith(USER_PREFIX);
}

function cleaned(name: string, value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name) || /[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) {
    throw new S3Error('InvalidArgument', 'Header names and values must not hold control characters.', {
      ArgumentName: name,
    });
  }
  return name === 'content-encoding' ? withoutAwsChunked(value) : value;
}

function withoutAwsChunked(value: string): string {
  const codings = value.split(',').map((coding) => coding.trim());
  return codings.filter((coding) => coding !== '' && coding !== 'aws-chunked').join(', ');
}

function assertUserMetadataSize(headers: (readonly [string, string])[]): void {
  const size = headers
    .filter(([name]) => name.startsWith(USER_PREFIX))
    .reduce((sum, [name, value]) => sum + name.length - USER_PREFIX.length + Buffer.byteLength(value), 0);
  if (size <= LIMITS.userMetadataBytes) return;
  throw new S3Error('MetadataTooLarge', undefined, {
    Size: `${size}`,
    MaxSizeAllowed: `${LIMITS.userMetadataBytes}`,
  });
}

/** S3 gives back metadata that is not Latin-1 as an encoded word of RFC 2047. */
function encodeWord(value: string): string {
  return /^[\t\x20-\xff]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;
}
