import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../limits';
import type { S3Error } from '../s3-error';
import { xmlDocument, xmlText } from './xml';

const REQUEST_ID = 'x-amz-request-id';

/**
 * Headers that every answer carries. Whatever is stored, a browser never takes it for a page with
 * rights of its own: no sniffing, and a sandbox that loads nothing.
 */
export function setCommonHeaders(res: ServerResponse): void {
  res.setHeader(REQUEST_ID, randomBytes(8).toString('hex').toUpperCase());
  res.setHeader('X-Content-Type-Options', 'nosniff');
  // Pages of the site show pictures of this host; nobody else's business is hidden behind a signature.
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  res.setHeader(
    'Content-Security-Policy',
    "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
}

export function sendEmpty(res: ServerResponse, status: number): void {
  res.writeHead(status, status === 204 ? {} : { 'Content-Length': 0 });
  res.end();
}

export function sendXml(res: ServerResponse, status: number, document: string): void {
  const body = Buffer.from(document);
  res.writeHead(status, { 'Content-Type': 'application/xml', 'Content-Length': body.length });
  res.end(body);
}

/**
 * Refuses. When the client is still sending, the answer goes out whole at once and what still comes
 * is thrown away within limits before the connection ends: a reset would take the answer with it.
 */
export async function sendError(req: IncomingMessage, res: ServerResponse, error: S3Error): Promise<void> {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  for (const [name, value] of Object.entries(error.headers)) res.setHeader(name, value);
  const body = Buffer.from(errorDocument(req, res, error));
  const unread = !req.complete;
  if (unread) res.setHeader('Connection', 'close');
  res.writeHead(error.status, { 'Content-Type': 'application/xml', 'Content-Length': body.length });
  if (req.method !== 'HEAD') res.write(body);
  if (unread) await drain(req);
  res.end();
}

function errorDocument(req: IncomingMessage, res: ServerResponse, error: S3Error): string {
  return xmlDocument(
    'Error',
    [
      xmlText('Code', error.code),
      xmlText('Message', error.message),
      ...Object.entries(error.details).map(([name, value]) => xmlText(name, value)),
      xmlText('Resource', (req.url ?? '/').split('?', 1)[0] ?? '/'),
      xmlText('RequestId', String(res.getHeader(REQUEST_ID) ?? '')),
    ],
    false,
  );
}

function drain(req: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let received = 0;
    const timer = setTimeout(finish, LIMITS.drainMs);
    function onData(chunk: Buffer): void {
      received += chunk.length;
      if (received > LIMITS.drainBytes) finish();
    }
    function finish(): void {
      clearTimeout(timer);
      req.off('data', onData);
      resolve();
    }
    req.on('data', onData);
    req.once('end', finish);
    req.once('close', finish);
    if (req.destroyed || req.readableEnded) finish();
  });
}
