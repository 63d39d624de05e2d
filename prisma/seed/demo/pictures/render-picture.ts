import sharp, { type Sharp } from 'sharp';
import { IMAGE_WIDTHS, type ImageWidth } from '@/lib/features/images/variants';
import { drawPicture, type PictureVariant } from './draw-picture';
import type { PictureKind } from './kinds/all';

export interface RenderedPicture {
  width: number;
  height: number;
  files: { width: ImageWidth; webp: Buffer }[];
  blurDataUrl: string;
  /** average colour, #rrggbb */
  color: string;
}

type Pixels = Awaited<ReturnType<typeof pixelsOf>>;

const WEBP = { quality: 80, effort: 0 };
const BLUR_WIDTH = 16;

/**
 * Drawing → the files that a stored picture has: straight from the vectors, and each width from the next larger one, so
 * that hundreds take seconds.
 */
export async function renderPicture(kind: PictureKind, variant: PictureVariant): Promise<RenderedPicture> {
  const drawn = await pixelsOf(sharp(Buffer.from(drawPicture(kind, variant))).removeAlpha());
  const files: RenderedPicture['files'] = [];
  let pixels = drawn;
  for (const width of [...IMAGE_WIDTHS].sort((a, b) => b - a)) {
    if (pixels.info.width > width) pixels = await pixelsOf(open(pixels).resize({ width }));
    files.push({ width, webp: await open(pixels).webp(WEBP).toBuffer() });
  }
  const { width, height } = drawn.info;
  return { width, height, files, blurDataUrl: await blurOf(pixels), color: await averageColor(pixels) };
}

function pixelsOf(picture: Sharp) {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

function open({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

async function blurOf(pixels: Pixels): Promise<string> {
  const webp = await open(pixels).resize({ width: BLUR_WIDTH }).webp({ quality: 40 }).toBuffer();
  return `data:image/webp;base64,${webp.toString('base64')}`;
}

async function averageColor(pixels: Pixels): Promise<string> {
  const [red = 0, green = 0, blue = 0] = await open(pixels).resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
