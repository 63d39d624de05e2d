import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FIRST_SCRIPT } from '@/lib/first-script';

export interface PolicySettings {
  /** address of the site as people reach it */
  siteUrl: string;
  /** of the bucket, as browsers reach it */
  storageUrl: string;
  /** where a form may lead to besides this site: Kakao, when it is offered */
  signInUrl?: string;
  /** the development server evaluates code */
  isDev?: boolean;
}

/** Parts of the device that nothing here uses, nor a page or frame that gets in. */
const UNUSED_FEATURES = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'usb'],
];

/**
 * What every answer of this process says, whoever makes it: pages, the API, sockets, refusals.
 *
 * @param siteUrl as people reach it: where that is TLS, browsers come by nothing else for a year
 */
export function answerHeaders(siteUrl: string): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Of what is no page; a page has its own.
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    ...(siteUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}

/** Says so in an answer that has not begun. */
export function setAnswerHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/**
 * Sets what every page says of itself. A script runs only when this answer's nonce vouches for it, or it was loaded by
 * one that ran; Next.js reads the nonce from the request's header of the same name and puts it on its scripts.
 */
export function createSecurityHeaders(settings: PolicySettings) {
  const always = answerHeaders(settings.siteUrl);
  return (request: IncomingMessage, response: ServerResponse): void => {
    // Whatever a client sends as a policy would be taken for ours.
    delete request.headers['content-security-policy-report-only'];
    delete request.headers['content-security-policy'];
    setAnswerHeaders(response, always);
    if (request.url?.startsWith('/_next/')) return;
    const policy = contentSecurityPolicy(settings, { nonce: randomBytes(16).toString('base64') });
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
  };
}

/** What lets the scripts of a page run: a nonce of one answer, in base64, or the hashes of those that stand in it. */
export type ScriptWarrant = { nonce: string } | { hashes: readonly string[] };

/** A kept page goes to many, so it has hashes; scripts that are files run from this site then, and not by strict-dynamic. */
export function contentSecurityPolicy(settings: PolicySettings, warrant: ScriptWarrant): string {
  const { siteUrl, storageUrl, signInUrl, isDev = false } = settings;
  const storage = new URL(storageUrl).origin;
  const sockets = new URL(siteUrl).origin.replace(/^http/, 'ws');
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    // Browsers that know strict-dynamic leave out what follows it: the site, and the postcode search.
    'script-src': [
      ...('nonce' in warrant
        ? [`'nonce-${warrant.nonce}'`, FIRST_HASH, "'strict-dynamic'"]
        : warrant.hashes.map((hash) => `'${hash}'`)),
      "'self'",
      ...POSTCODE_SCRIPTS,
      ...(isDev ? ["'unsafe-eval'"] : []),
    ],
    // Styles of single elements (widths of bars, places of drawings) cannot have a nonce.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', storage],
    'font-src': ["'self'"],
    'connect-src': ["'self'", sockets, storage],
    'frame-src': POSTCODE_FRAMES,
    'form-action': ["'self'", ...(signInUrl ? [new URL(signInUrl).origin] : [])],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** Kakao's postcode search (react-daum-postcode): its script, what that loads, and the frame it draws in. */
const POSTCODE_SCRIPTS = ['https://t1.kakaocdn.net', 'https://t1.daumcdn.net'];
const POSTCODE_FRAMES = ['https://postcode.map.kakao.com', 'https://postcode.map.daum.net'];

const FIRST_HASH = `'sha256-${createHash('sha256').update(FIRST_SCRIPT).digest('base64')}'`;
