import { cookieOf } from './realtime-env';

/** The session cookie of a member under every name that the product may look for, over TLS or without. */
export async function browserCookieOf(userId: string): Promise<string> {
  const cookie = await cookieOf(userId);
  return ['', '__Secure-', '__Host-'].map((prefix) => prefix + cookie).join('; ');
}

export interface ReadPage {
  status: number;
  location: string | null;
  body: string;
}

/** Asks for a page or for its data. Next.js sends whoever asks for data to the address that names its kind (`_rsc`). */
export async function readPage(url: string, headers: Record<string, string>): Promise<ReadPage> {
  const answer = await fetch(url, { redirect: 'manual', headers });
  const location = answer.headers.get('location');
  const isKind = location !== null && new URL(location, url).searchParams.has('_rsc');
  if (isKind && !url.includes('_rsc')) return readPage(new URL(location, url).href, headers);
  return { status: answer.status, location, body: await answer.text() };
}

/** Resolves when pages are answered: the first ones of a process that has just begun take their time. */
export async function untilAnswering(site: string): Promise<void> {
  while ((await fetch(site).catch(() => null))?.status !== 200)
    await new Promise((go) => setTimeout(go, 100));
}
