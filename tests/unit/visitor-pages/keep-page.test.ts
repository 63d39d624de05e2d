import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { FIRST_SCRIPT } from '@/lib/first-script';
import { keepPage } from '@/lib/runtime/visitor-pages/keep-page';

const NONCE = 'q+4/8A==';
const policy = `script-src 'nonce-${NONCE}' 'strict-dynamic'; object-src 'none'`;
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function keep(body: string, contentSecurityPolicy: string | undefined = policy) {
  const headers = { 'content-type': 'text/html', 'content-security-policy': contentSecurityPolicy };
  const rendered = { status: 200, headers, body: Buffer.from(body) };
  const page = await keepPage(rendered, { snapshot: '1:1:', tags: [] }, (scripts) => scripts.join(' '));
  if (!page) throw new Error('Not kept.');
  return { html: gunzipSync(page.zipped).toString(), policy: page.headers.at(-1) };
}

const own = (text: string) => `<script nonce="${NONCE}">${text}</script>`;

describe('the policy of a page that is kept', () => {
  it('names the scripts that the answer’s nonce vouched for, and the site’s own', async () => {
    const page = await keep(`<head><script>${FIRST_SCRIPT}</script></head>${own('go(1)')}${own('go(2)')}`);
    expect(page.policy).toBe([FIRST_SCRIPT, 'go(1)', 'go(2)'].map(hashOf).join(' '));
  });

  it.each([
    ['without a nonce', '<script>steal()</script>'],
    ['with an empty one', '<script nonce="">steal()</script>'],
    ['with one of another answer', '<script nonce="abc">steal()</script>'],
    ['with the nonce’s beginning', `<script nonce="${NONCE.slice(0, 4)}">steal()</script>`],
    ['with the nonce in another attribute', `<script data-nonce="${NONCE}">steal()</script>`],
    ['that begins as the site’s own', `<script>${FIRST_SCRIPT};steal()</script>`],
    ['that swallows what follows', '<script>steal()'],
    ['in another case', '<SCRIPT>steal()</SCRIPT>'],
  ])('does not name a script %s', async (_name, injected) => {
    const page = await keep(`<main>${injected}</main>${own('go(1)')}`);
    expect(page.policy).not.toContain(hashOf('steal()'));
    expect([hashOf('go(1)'), '']).toContain(page.policy);
  });

  it('names none when the answer had no nonce', async () => {
    expect(
      (await keep('<script>go(1)</script><script nonce="undefined">go(2)</script>', "script-src 'self'"))
        .policy,
    ).toBe('');
  });

  it('leaves the nonce out of what is kept, and every text as it was', async () => {
    const file = `<script src="/a.js" async="" nonce="${NONCE}"></script><link rel="preload" nonce="${NONCE}"/>`;
    const text = `push("<b nonce=\\"${NONCE}\\">")`;
    const page = await keep(`<p>nonce="${NONCE}"</p>${file}${own(text)}`);
    expect(page.html).toBe(
      `<p>nonce="${NONCE}"</p><script src="/a.js" async=""></script><link rel="preload"/><script>${text}</script>`,
    );
    expect(page.policy).toBe(hashOf(text));
  });
});
