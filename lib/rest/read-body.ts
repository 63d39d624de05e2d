import { HttpRefusal } from './problem';

/** Ten times what the longest item takes, escapes included. */
const MAX_BYTES = 256 * 1024;
/** JSON nested deeper than this is nobody's request. */
const MAX_DEPTH = 20;

/**
 * The JSON of a request; undefined for an empty body where none is needed.
 *
 * @throws HttpRefusal MALFORMED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE
 */
export async function readBody(request: Request, isOptional: boolean): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0 && isOptional) return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type))
    throw new HttpRefusal('UNSUPPORTED_MEDIA_TYPE');
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isDeeperThan(value, MAX_DEPTH)) throw new HttpRefusal('MALFORMED');
    return value;
  } catch {
    throw new HttpRefusal('MALFORMED');
  }
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MAX_BYTES) {
      await reader?.cancel().catch(() => undefined);
      throw new HttpRefusal('TOO_LARGE', { connection: 'close' });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}
