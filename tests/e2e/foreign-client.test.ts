import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { productUrl } from '@/tests/support/browser';

const DEMO = ['lender@example.com', 'renter@example.com', 'Demo!2345'];

describe('a client of another language', () => {
  it('signs in, posts an item with a picture, chats over /chat, and rents', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-python-'));
    const picture = join(folder, 'picture.png');
    const green = { r: 47, g: 125, b: 79 };
    await writeFile(
      picture,
      await sharp({ create: { width: 640, height: 480, channels: 3, background: green } })
        .png()
        .toBuffer(),
    );
    try {
      const { stdout } = await promisify(execFile)(
        '/usr/bin/python3',
        ['tests/support/rest_client.py', productUrl(), picture, ...DEMO],
        { timeout: 90_000, encoding: 'utf8' },
      );
      expect(JSON.parse(stdout)).toEqual({
        total: 20_000,
        accepted: 'ACCEPTED',
        ended: 'ENDED',
        stars: 5,
        code: 'CONFLICT',
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
