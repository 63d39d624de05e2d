import { IncomingMessage } from 'node:http';

/** As next.config.js bounds it. */
const MOST_BYTES = 256 * 1024;
const MOST_LEVELS = 32;

/** A body that no page of ours writes. */
export type Unreadable = 400 | 413;

/** Whether Next.js would take the request for the call of a server action, by script or as a form without it. */
export function isActionCall({ method, headers }: IncomingMessage): boolean {
  const isForm = headers['content-type']?.startsWith('multipart/form-data') === true;
  return method === 'POST' && (isForm || headers['next-action'] !== undefined);
}

/**
 * Reads the call of a server action whole before React does. What React cannot read it throws over, so that Next.js would
 * answer 500 and write a stack into the log for whoever asks: bodies that are no JSON, thousands of levels deep, or that
 * refer to parts of themselves which are not there.
 *
 * @returns a request that says the same, or the status of its refusal
 * @throws Error when the client goes away
 */
export async function readActionCall(request: IncomingMessage): Promise<IncomingMessage | Unreadable> {
  const body = await readBody(request);
  if (!body) return 413;
  if (!(await isReadable(body, request.headers['content-type'] ?? ''))) return 400;
  return again(request, body);
}

/** @returns null for one that is too large, of which nothing is kept */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) return void chunks.push(chunk);
      chunks.length = 0;
      resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

async function isReadable(body: Buffer, type: string): Promise<boolean> {
  if (!type.startsWith('multipart/form-data')) return isList(body.toString());
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form) return false;
  // Parts of React's own; all others are fields, which may say what they like.
  const parts = [...form].filter(([name]) => /^(\d+|\$ACTION_\d+:\d+)$/.test(name));
  const names = new Set(parts.map(([name]) => name));
  return parts.every(([name, text]) => {
    if (typeof text !== 'string') return false;
    if (!name.startsWith('$')) return name === '0' ? isList(text) : isPlainJson(text);
    const [bound] = name.split(':');
    return isPlainJson(text, (id) => `${bound}:${id}` !== name && names.has(`${bound}:${id}`));
  });
}

type HasPart = (id: string) => boolean;
const hasNone: HasPart = () => false;
const isList = (text: string) => text.trimStart().startsWith('[') && isPlainJson(text);

function isPlainJson(text: string, hasPart = hasNone): boolean {
  try {
    return isPlain(JSON.parse(text), 0, hasPart);
  } catch {
    return false;
  }
}

function isPlain(value: unknown, level: number, hasPart: HasPart): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || isKnownReference(value, hasPart);
  if (typeof value !== 'object' || value === null) return true;
  return level < MOST_LEVELS && Object.values(value).every((part) => isPlain(part, level + 1, hasPart));
}

/**
 * Of what React writes behind a dollar: a text that begins with one, a form, what JSON has no word for, and the state that
 * a form without script is bound to. Its other references (paths into other parts, server functions, streams) no action of
 * ours is sent.
 */
function isKnownReference(text: string, hasPart: HasPart): boolean {
  const [, id] = /^\$@(\d{1,3})$/.exec(text) ?? [];
  return id === undefined ? KNOWN_REFERENCE.test(text) : hasPart(id);
}

const KNOWN_REFERENCE = /^\$(\$|K[0-9a-f]{1,3}$|undefined$|NaN$|-?Infinity$|-0$|T$)/;

function again(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(copy, {
    method,
    url,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  });
  copy.headers = headers;
  copy.push(body);
  copy.push(null);
  return copy;
}
