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

const WEBP = { quality: 80, effort: 1 };

/** Drawing → the files that a stored picture has; straight from the vectors, so that hundreds take seconds. */
export async function renderPicture(kind: PictureKind, variant: PictureVariant): Promise<RenderedPicture> {
  const drawn = await sharp(Buffer.from(drawPicture(kind, variant)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = drawn.info;
  const open = () => sharp(drawn.data, { raw: { width, height, channels } });
  const files = await Promise.all(
    IMAGE_WIDTHS.map(async (size) => ({
      width: size,
      webp: await narrowTo(open(), size).webp(WEBP).toBuffer(),
    })),
  );
  const blur = await narrowTo(open(), 16).webp({ quality: 40 }).toBuffer();
  const blurDataUrl = `data:image/webp;base64,${blur.toString('base64')}`;
  return { width, height, files, blurDataUrl, color: await averageColor(open()) };
}

function narrowTo(picture: Sharp, width: number): Sharp {
  return picture.resize({ width, withoutEnlargement: true });
}

async function averageColor(picture: Sharp): Promise<string> {
  const [red = 0, green = 0, blue = 0] = await picture.resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
