import { fileTypeFromBuffer } from 'file-type/core';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { DomainError } from '@/lib/core/errors';
import { IMAGE_WIDTHS, type ImageWidth } from '@/lib/features/images/variants';

/** 60 million pixels: the cameras of phones have up to 50. More is refused before it is decoded. */
const MAX_PIXELS = 60_000_000;
const PATIENCE_SECONDS = 20;
const WIDEST = IMAGE_WIDTHS[2];
const WEBP = { quality: 78, effort: 3 };
/** A picture is shown at most four times as high as wide; WebP itself ends at 16,383 pixels. */
const MAX_ASPECT = 4;
const BLUR_WIDTH = 16;
const DECODABLE = ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif', 'image/gif'];
const DECODABLE_SOMEWHERE = ['image/heic', 'image/heif'];

/** What is kept of a picture: nothing that the camera wrote beside the pixels. */
export interface EncodedPicture {
  /** of the widest file, upright */
  width: number;
  height: number;
  files: { width: ImageWidth; webp: Buffer }[];
  blurDataUrl: string;
  /** average colour, #rrggbb */
  color: string;
}

type Pixels = { data: Buffer; info: OutputInfo };

// Each picture is decoded once in its life here, so libvips' cache would only hold memory; one thread for each file that
// is made leaves room for whoever chats.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Re-encodes a picture upright, without metadata, in the widths of variants.ts; a smaller one is not enlarged.
 *
 * @param original bytes as they came, judged by their content
 * @throws INVALID image.type, image.broken or image.tooLarge
 */
export async function encodePicture(original: Buffer): Promise<EncodedPicture> {
  const type = (await fileTypeFromBuffer(original).catch(() => undefined))?.mime ?? '';
  if (![...DECODABLE, ...DECODABLE_SOMEWHERE].includes(type)) throw refused('image.type');
  try {
    await refuseTooManyPixels(original);
    return await encode(await decode(original));
  } catch (error) {
    throw refusalOf(error, type);
  }
}

async function refuseTooManyPixels(original: Buffer) {
  const { width, height } = await sharp(original, { limitInputPixels: false }).metadata();
  if (width * height > MAX_PIXELS) throw refused('image.tooLarge');
}

/** Upright sRGB pixels of the widest file; JPEG is shrunk while it is read. */
function decode(original: Buffer): Promise<Pixels> {
  return fitInto(sharp(original, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient(), WIDEST)
    .toColourspace('srgb')
    .timeout({ seconds: PATIENCE_SECONDS })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
}

async function encode(pixels: Pixels): Promise<EncodedPicture> {
  // The widest takes as long as all others together, on the other core.
  const [wide, narrow] = await Promise.all([
    encodeEach(pixels, [WIDEST]),
    encodeEach(
      pixels,
      IMAGE_WIDTHS.filter((width) => width !== WIDEST),
    ),
  ]);
  const files = [...narrow, ...wide];
  return {
    width: pixels.info.width,
    height: pixels.info.height,
    files,
    blurDataUrl: await blurOf(pixels),
    color: await averageColor(pixels),
  };
}

async function encodeEach(pixels: Pixels, widths: readonly ImageWidth[]): Promise<EncodedPicture['files']> {
  const files: EncodedPicture['files'] = [];
  for (const width of widths) {
    files.push({ width, webp: await fitInto(open(pixels), width).webp(WEBP).toBuffer() });
  }
  return files;
}

async function blurOf(pixels: Pixels): Promise<string> {
  const webp = await fitInto(open(pixels), BLUR_WIDTH).webp({ quality: 40, effort: 4 }).toBuffer();
  return `data:image/webp;base64,${webp.toString('base64')}`;
}

async function averageColor(pixels: Pixels): Promise<string> {
  const pixel = await open(pixels)
    .flatten({ background: '#ffffff' })
    .resize(1, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const [red = 0, green = red, blue = red] = pixel;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function open({ data, info }: Pixels): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function fitInto(picture: Sharp, width: number): Sharp {
  return picture.resize({ width, height: width * MAX_ASPECT, fit: 'inside', withoutEnlargement: true });
}

function refusalOf(error: unknown, type: string): unknown {
  if (error instanceof DomainError) return error;
  if (DECODABLE_SOMEWHERE.includes(type)) return refused('image.type', error);
  return refused(/pixel limit/i.test(String(error)) ? 'image.tooLarge' : 'image.broken', error);
}

function refused(key: string, cause?: unknown): DomainError {
  return new DomainError('INVALID', key, { cause });
}
