import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import ko from '@/messages/ko/errors.json';

interface ActionEntry {
  id: string;
  name: string;
  /** as `app/(admin)/admin/audit/page` */
  pages: string[];
}

/** Every server action of the build that runs, by name. */
export function listActions(): Map<string, ActionEntry> {
  const path = join(process.env.PRODUCT_BUILD ?? '.next', 'server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(path, 'utf8')) as {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
  };
  return new Map(
    Object.entries(node).map(([id, { exportedName: name, workers }]) => [
      name,
      { id, name, pages: Object.keys(workers) },
    ]),
  );
}

export interface ActionCall {
  action: ActionEntry;
  /** values of the dynamic parts of the page's address */
  params: Record<string, string>;
  cookie?: string;
  origin?: string | null;
  /** plain arguments, or the fields of a form behind the state of useActionState, or of a form alone */
  args?: readonly unknown[];
  stateForm?: Record<string, FormValue>;
  form?: Record<string, FormValue>;
  /** the body as it goes over the wire, instead of arguments and fields */
  body?: string | FormData;
  headers?: Record<string, string>;
}

type FormValue = string | Blob;

export interface ActionAnswer {
  /** ok, a code, or `to:/path` for a redirect */
  outcome: string;
  status: number;
  text: string;
  headers: Headers;
  /** what the action has returned; undefined for a redirect and a failure */
  result: unknown;
}

/**
 * Calls a server action as a program would, past every screen.
 *
 * @returns ok, a code, or `to:/path` for a redirect
 */
export async function callAction(site: string, call: ActionCall): Promise<string> {
  return (await sendAction(site, call)).outcome;
}

/** The same, with all of the answer. */
export async function sendAction(site: string, call: ActionCall): Promise<ActionAnswer> {
  const { action, params, cookie, origin = site, args = [], stateForm, form } = call;
  const body = call.body ?? (stateForm || form ? multipart(stateForm, form) : JSON.stringify(args));
  const address = action.pages[0]
    ?.replace(/^app/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\/page$/, '')
    .replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? name);
  const answer = await fetch(`${site}${address || '/'}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Next-Action': action.id,
      Accept: 'text/x-component',
      ...(origin !== null && { Origin: origin }),
      ...(cookie && { Cookie: cookie }),
      ...(typeof body === 'string' && { 'Content-Type': 'text/plain;charset=UTF-8' }),
      ...call.headers,
    },
    body,
  });
  const { status, headers } = answer;
  const text = await answer.text();
  const redirect = headers.get('x-action-redirect');
  const row = redirect || status >= 400 ? '' : rowOf(text);
  return { outcome: read(), status, text, headers, result: /^[{["]/.test(row) ? JSON.parse(row) : undefined };

  function read(): string {
    if (redirect) return `to:${redirect.split(/[;?]/)[0]}`;
    return status >= 400 ? `HTTP ${status}` : outcomeOf(row);
  }
}

/** As React writes the arguments of an action that is given a form (react-server-dom, encodeReply). */
function multipart(stateForm?: Record<string, FormValue>, form?: Record<string, FormValue>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(stateForm ?? form ?? {})) body.append(`_1_${name}`, value);
  const state = { message: null, fields: {}, values: {} };
  body.append('0', JSON.stringify(stateForm ? [state, '$K1'] : ['$K1']));
  return body;
}

/** What the action has returned, of the rows of the answer. */
export function rowOf(text: string): string {
  const rows = new Map(
    [...text.matchAll(/^([0-9a-f]+):(.*)$/gm)].map(([, id = '', row = '']) => [id, row] as const),
  );
  const first = rows.get('0') ?? '';
  const id = /"a":"\$@([0-9a-f]+)"/.exec(first)?.[1];
  return rows.get(id ?? '') ?? '';
}

export function outcomeOf(row: string): string {
  if (row.startsWith('E')) return 'FAILED';
  if (row === '' || row === '"$undefined"' || row === 'null') return 'ok';
  const result = JSON.parse(row) as Record<string, unknown>;
  if ('ok' in result) return result.ok ? 'ok' : codeOf(result.error);
  if (result.done) return 'ok';
  if ('code' in result) return String(result.code);
  if ('message' in result) return said(result);
  return 'ok';
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'FAILED';
}

/** Forms carry sentences, no codes. */
function said({ message }: Record<string, unknown>): string {
  const codes = new Map([
    [ko.auth.required, 'UNAUTHENTICATED'],
    [ko.auth.regionRequired, 'FORBIDDEN'],
    [ko.item.notAuthor, 'FORBIDDEN'],
    [ko.notFound, 'NOT_FOUND'],
    [ko.unexpected, 'FAILED'],
  ]);
  return codes.get(String(message)) ?? 'INVALID';
}

/** The session cookie of somebody whom the product has signed in: made with its own secret. */
export async function productCookie(userId: string): Promise<string> {
  const secrets = readFileSync(join(process.env.PRODUCT_DATA ?? '.data', 'secrets.json'), 'utf8');
  const { nextAuth: secret } = JSON.parse(secrets) as { nextAuth: string };
  const token = await encode({ token: { sub: userId, userId, sessionVersion: 1 }, secret, maxAge: 3_600 });
  return `next-auth.session-token=${token}`;
}

/** Address of the running product's embedded database. */
export function productDatabaseUrl(): string {
  const folder = join(process.env.PRODUCT_DATA ?? '.data', 'postgres');
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(`${folder}.password`, 'utf8').trim();
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}
