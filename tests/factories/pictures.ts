import sharp from 'sharp';

type Size = { width: number; height: number };

/** A plain JPEG of one colour. */
export function plainPicture({ width, height }: Size = { width: 400, height: 300 }, background = '#cc3366') {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** 12 megapixels, lying on its side, with the place where it was taken, as a phone writes it. */
export function phonePhotograph() {
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#3366cc' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '37/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '127/1 2/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A PNG that says it has these sizes and has hardly a pixel: what a decompression bomb looks like from outside. */
export async function pictureClaiming({ width, height }: Size) {
  return sharp({ create: { width, height, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
