import sharp from 'sharp';
import { IMAGE_WIDTHS } from '@/lib/features/images/variants';
import type { RenderedPicture } from '@/prisma/seed/demo/pictures/render-picture';

const COLOR = '#d9694a';

/** Draws every picture of the demo data as the same plain one, in a moment. */
export function plainPictures(): () => Promise<RenderedPicture> {
  const one = drawPlain();
  return () => one;
}

async function drawPlain(): Promise<RenderedPicture> {
  const [width, height] = [1_280, 960];
  const plain = () => sharp({ create: { width, height, channels: 3, background: COLOR } });
  const files = await Promise.all(
    IMAGE_WIDTHS.map(async (wide) => ({
      width: wide,
      webp: await plain().resize({ width: wide }).webp({ effort: 0 }).toBuffer(),
    })),
  );
  const [smallest] = files;
  const blurDataUrl = `data:image/webp;base64,${smallest?.webp.toString('base64')}`;
  return { width, height, files, blurDataUrl, color: COLOR };
}
