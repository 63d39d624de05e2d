import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Parts that run in browsers ask this site alone: `connect-src` holds them to it. */
const IN_BROWSERS = /^(components|lib\/realtime\/client)\//;
const MAKES_REQUESTS =
  /\bfetch\(|\bnew WebSocket\(|import \{[^}]*\b(?:request|get|connect|createConnection)\b[^}]*\} from 'node:(?:https?|http2|net|tls)'/;

/** OWASP ASVS 5.0, 1.3.6: nobody makes this server ask an address of theirs. */
describe('what the server asks of others', () => {
  const files = ['app', 'lib']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .concat('server.ts', 'serve.ts', 'lead.ts')
    .filter((file) => /\.tsx?$/.test(file) && !IN_BROWSERS.test(file) && !file.includes('/generated/'));

  it('is asked in three places: Kakao’s own API, this process for a page to keep, and its workers', () => {
    const asking = files.filter((file) => MAKES_REQUESTS.test(readFileSync(file, 'utf8')));
    expect(asking.sort()).toEqual([
      'lib/next/kakao.ts',
      'lib/runtime/visitor-pages/render-inside.ts',
      'lib/runtime/workers/worker-sockets.ts',
    ]);
  });

  it('Kakao is asked at the address of the environment, and leads nowhere else', () => {
    const text = readFileSync('lib/next/kakao.ts', 'utf8');
    const calls = [...text.matchAll(/fetch(?:Profile)?\((.*)/g)].map(([, first = '']) => first);
    expect(calls).toHaveLength(3);
    expect(text.match(/\bfetch\(/g)).toHaveLength(1);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: text of the program
    expect(text).toContain('fetchProfile(`${env.KAKAO_API_URL}/v2/user/me`, tokens)');
    expect(text).toContain("redirect: 'error'");
  });
});
