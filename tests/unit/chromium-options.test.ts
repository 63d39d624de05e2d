import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromiumOptions } from '@/scripts/test/chromium';

describe('the flags of Chromium', () => {
  it('turn off all that Playwright does, whose list they replace', () => {
    const bundle = join(dirname(createRequire(__filename).resolve('playwright-core')), 'lib/coreBundle.js');
    const list = /disabledFeatures = \[([^\]]+)\]/.exec(readFileSync(bundle, 'utf8'))?.[1] ?? '';
    // Those of Edge are no features of Chromium.
    const theirs = [...list.matchAll(/^\s*"(\w+)"/gm)]
      .map(([, name]) => name)
      .filter((name) => !name?.startsWith('ms'));
    expect(theirs.length).toBeGreaterThan(5);
    const flag = chromiumOptions().args.find((one) => one.startsWith('--disable-features='));
    const ours = flag?.split('=')[1]?.split(',');
    expect(ours).toEqual(expect.arrayContaining(theirs));
  });
});
