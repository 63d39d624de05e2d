import sharp from 'sharp';
import { encodePicture } from '@/lib/features/images/server/encode-picture';
import { phonePhotograph, pictureClaiming, plainPicture } from '@/tests/factories/pictures';
import {
  gifThatIsScript,
  jpegWithArchive,
  manyFrames,
  PAYLOAD,
  pngWithBomb,
  pngWithPage,
} from '@/tests/factories/polyglots';
import { refusalOf } from '@/tests/support/refusal';

const WEBP_SIZES = { '320': 320, '640': 640, '1280': 1280 };

describe('re-encoding a picture', () => {
  it('turns a 12-megapixel photograph upright, in three widths, without its EXIF', async () => {
    const picture = await encodePicture(await phonePhotograph());
    expect(picture).toMatchObject({ width: 1280, height: 1707 });
    for (const { width, webp } of picture.files) {
      const found = await sharp(webp).metadata();
      expect(found).toMatchObject({ format: 'webp', width: WEBP_SIZES[width] });
      expect(found.exif ?? found.xmp ?? found.iptc ?? found.icc).toBeUndefined();
      expect(webp.includes('SecretPhone')).toBe(false);
    }
    expect(picture.color).toMatch(/^#3[0-9a-f]6[0-9a-f]c[0-9a-f]$/);
  });

  it.each([
    ['a GIF that is a script too', gifThatIsScript],
    ['a PNG with a page behind it', pngWithPage],
    ['a JPEG with an archive behind it', jpegWithArchive],
    ['a PNG whose text unpacks to 100 MB', pngWithBomb],
  ])('keeps nothing but the pixels of %s', async (_name, make) => {
    const { files, blurDataUrl } = await encodePicture(await make());
    for (const bytes of [
      ...files.map(({ webp }) => webp),
      Buffer.from(blurDataUrl.split(',')[1] ?? '', 'base64'),
    ]) {
      expect(bytes.includes(PAYLOAD)).toBe(false);
      const { format, comments, exif, xmp, icc } = await sharp(bytes).metadata();
      expect({ format, comments, exif, xmp, icc }).toEqual({ format: 'webp' });
    }
  });

  it('takes the first of a thousand frames', async () => {
    const { files, width, height } = await encodePicture(await manyFrames(1_000));
    expect([width, height]).toEqual([64, 64]);
    for (const { webp } of files) expect((await sharp(webp).metadata()).pages ?? 1).toBe(1);
  });

  it('makes a placeholder that is small enough for a list', async () => {
    const { blurDataUrl } = await encodePicture(await plainPicture({ width: 1600, height: 1200 }));
    expect(blurDataUrl).toMatch(/^data:image\/webp;base64,/);
    expect(blurDataUrl.length).toBeLessThan(700);
  });

  it('does not enlarge a small one', async () => {
    const { files } = await encodePicture(await plainPicture({ width: 200, height: 100 }));
    const widths = await Promise.all(files.map(async ({ webp }) => (await sharp(webp).metadata()).width));
    expect(widths).toEqual([200, 200, 200]);
  });

  it.each([
    ['png', { channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } }],
    ['webp', { channels: 3 as const, background: '#123' }],
    ['avif', { channels: 3 as const, background: '#123' }],
    ['gif', { channels: 3 as const, background: '#123' }],
  ] as const)('takes %s', async (format, look) => {
    const bytes = await sharp({ create: { width: 60, height: 40, ...look } })
      .toFormat(format)
      .toBuffer();
    await expect(encodePicture(bytes)).resolves.toMatchObject({ width: 60, height: 40 });
  });

  it('takes grey, CMYK and 16-bit pictures', async () => {
    const base = sharp(await plainPicture());
    const made = await Promise.all([
      base.clone().toColourspace('b-w').jpeg().toBuffer(),
      base.clone().toColourspace('cmyk').jpeg().toBuffer(),
      base.clone().toColourspace('rgb16').png().toBuffer(),
    ]);
    for (const bytes of made) {
      const { color } = await encodePicture(bytes);
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  it('takes a picture that is a thousand times as high as wide', async () => {
    await expect(encodePicture(await plainPicture({ width: 40, height: 40_000 }))).resolves.toMatchObject({
      height: 5120,
    });
  });

  it('takes 50 megapixels and refuses 14,000 × 14,000 before decoding it', async () => {
    const large = await plainPicture({ width: 8_660, height: 5_774 });
    await expect(encodePicture(large)).resolves.toMatchObject({ width: 1280 });
    const bomb = await pictureClaiming({ width: 14_000, height: 14_000 });
    expect(await refusalOf(encodePicture(bomb))).toMatchObject({ code: 'INVALID', key: 'image.tooLarge' });
    // 150 MB of pixels are made, encoded and decoded here.
  }, 60_000);

  it.each([
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['a script', Buffer.from('#!/bin/sh\nexit 0\n')],
    ['HEIC that the decoder does not have', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['nothing', Buffer.alloc(0)],
    ['TIFF', Buffer.from('49492a0008000000', 'hex')],
  ])('refuses %s', async (_, bytes) => {
    expect(await refusalOf(encodePicture(bytes))).toMatchObject({ code: 'INVALID', key: 'image.type' });
  });

  it('refuses a picture that is cut off, or only begins like one', async () => {
    const whole = await phonePhotograph();
    const cut = whole.subarray(0, whole.length / 3);
    expect(await refusalOf(encodePicture(cut))).toMatchObject({ key: 'image.broken' });
    const fake = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from('<html>')]);
    expect(await refusalOf(encodePicture(fake))).toMatchObject({ key: 'image.broken' });
  });
});
