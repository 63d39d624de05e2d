import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of another site sends a form or calls a server action: its Origin is neither the host that was asked nor
 * the one that a proxy was asked for. Next.js refuses the same, but as a failure of its own: 500, and a stack in the log
 * that anybody can write there. A request without Origin comes from no page.
 */
export function isForeignPost({ method, headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (method !== 'POST' || origin === undefined) return false;
  const asked = [headers['x-forwarded-host'], host].flat().map((name) => name?.split(',')[0]?.trim());
  return !URL.canParse(origin) || !asked.includes(new URL(origin).host);
}
