import { answerHeaders, contentSecurityPolicy } from '@/lib/runtime/security-headers';

const SETTINGS = { siteUrl: 'https://site.example', storageUrl: 'https://files.example/bucket' };

const directive = (name: string, settings = SETTINGS) =>
  contentSecurityPolicy(settings, { nonce: 'abc' })
    .split('; ')
    .map((text) => text.split(' '))
    .find(([first]) => first === name)
    ?.slice(1) ?? [];

describe('the Content-Security-Policy', () => {
  it('lets no script run but those that this answer vouches for', () => {
    const scripts = directive('script-src');
    expect(scripts).toEqual(expect.arrayContaining(["'nonce-abc'", "'strict-dynamic'"]));
    expect(scripts).not.toContain("'unsafe-inline'");
    expect(scripts).not.toContain("'unsafe-eval'");
  });

  it('names the scripts of a kept page, and lets other text run as little', () => {
    const policy = contentSecurityPolicy(SETTINGS, { hashes: ['sha256-abc='] });
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
    expect(scripts.slice(0, 2)).toEqual(["'sha256-abc='", "'self'"]);
    expect(policy).not.toMatch(/nonce-|strict-dynamic|script-src[^;]*unsafe/);
  });

  it('names the bucket, the sockets and the postcode search', () => {
    expect(directive('img-src')).toContain('https://files.example');
    expect(directive('connect-src')).toEqual(["'self'", 'wss://site.example', 'https://files.example']);
    expect(directive('frame-src')).toContain('https://postcode.map.kakao.com');
    expect(directive('script-src')).toContain('https://t1.kakaocdn.net');
  });

  it('lets forms lead to Kakao only where Kakao is offered', () => {
    expect(directive('form-action')).toEqual(["'self'"]);
    const withKakao = { ...SETTINGS, signInUrl: 'https://kauth.kakao.com' };
    expect(directive('form-action', withKakao)).toEqual(["'self'", 'https://kauth.kakao.com']);
  });

  it('lets nobody frame the site, change its base or embed objects', () => {
    for (const name of ['frame-ancestors', 'base-uri', 'object-src'])
      expect(directive(name)).toEqual(["'none'"]);
  });

  it('lets what is no page load nothing, nor be framed', () => {
    for (const siteUrl of ['https://site.example', 'http://localhost:3000'])
      expect(answerHeaders(siteUrl)['Content-Security-Policy']).toBe(
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
  });
});
