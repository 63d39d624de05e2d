import { browserLabel } from '@/lib/features/auth/browser-label';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; SM-S931N) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the label of a browser', () => {
  it.each([
    [`${WINDOWS} Chrome/150.0.0.0 Safari/537.36`, 'Chrome · Windows'],
    [`${WINDOWS} Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0`, 'Edge · Windows'],
    [`${WINDOWS} Chrome/148.0.0.0 Whale/4.33.1 Safari/537.36`, 'Whale · Windows'],
    [`${ANDROID} SamsungBrowser/29.0 Chrome/140.0.0.0 Mobile Safari/537.36`, 'Samsung Internet · Android'],
    [`${ANDROID} Version/4.0 Chrome/150.0.0.0 Mobile Safari/537.36 KAKAOTALK/25.9.0`, 'KakaoTalk · Android'],
    [`${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`, 'Safari · iPhone'],
    [`${IPHONE} CriOS/150.0.0.0 Mobile/15E148 Safari/604.1`, 'Chrome · iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15.6; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox · Mac'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/150.0.0.0', 'Chrome · Linux'],
  ])('%s', (userAgent, label) => {
    expect(browserLabel(userAgent)).toBe(label);
  });

  it('says what it knows, and nothing of what it does not', () => {
    expect(browserLabel('SomeTool/1.0 (Windows NT 10.0)')).toBe('Windows');
    expect(browserLabel('<script>alert(1)</script>')).toBe('');
    expect(browserLabel('')).toBe('');
    expect(browserLabel(null)).toBe('');
  });

  it('reads a header of any length quickly', () => {
    const begun = performance.now();
    expect(browserLabel('Version/ '.repeat(200_000))).toBe('');
    expect(performance.now() - begun).toBeLessThan(100);
  });
});
