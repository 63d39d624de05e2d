import sharp from 'sharp';

interface Photo {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A 12-megapixel photograph as a phone writes it: noise, an orientation, and a place in its EXIF. */
export async function phonePhoto(name: string): Promise<Photo> {
  const buffer = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
      background: '#888',
    },
  })
    .jpeg({ quality: 80 })
    .withExif({
      IFD0: { Make: 'Phone', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '37/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '127/1 2/1 0/1',
      },
    })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A plain picture of one colour. */
export async function colourPhoto(name: string, background: string): Promise<Photo> {
  const buffer = await sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}
