import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { plainPicture } from './pictures';

/** What must be nowhere in what is shown. */
export const PAYLOAD = 'alert(document.domain)';

/** Read as a script it begins with the name GIF89a and a comment, and ends with the payload. */
export async function gifThatIsScript(): Promise<Buffer> {
  const gif = await plain().gif().toBuffer();
  return Buffer.concat([gif, Buffer.from(`*/=1;${PAYLOAD};//`)]);
}

export async function pngWithPage(): Promise<Buffer> {
  const page = `<!doctype html><script>${PAYLOAD}</script>`;
  const png = await plain().png().toBuffer();
  return Buffer.concat([withChunk(png, 'tEXt', Buffer.from(`Comment\0${page}`)), Buffer.from(page)]);
}

/** The end of a ZIP archive is looked for from behind, so that the file is both. */
export async function jpegWithArchive(): Promise<Buffer> {
  const end = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  return Buffer.concat([await plainPicture(), Buffer.from(PAYLOAD), end]);
}

export async function pngWithBomb(): Promise<Buffer> {
  const packed = deflateSync(Buffer.alloc(100_000_000), { level: 9 });
  return withChunk(await plain().png().toBuffer(), 'zTXt', Buffer.concat([Buffer.from('a\0\0'), packed]));
}

/** An animation of that many frames of 64 × 64. */
export async function manyFrames(count: number): Promise<Buffer> {
  const frames = Array.from({ length: count }, (_, index) => Buffer.alloc(64 * 64 * 3, index % 256));
  const raw = { width: 64, height: 64 * count, channels: 3 as const, pageHeight: 64 };
  return sharp(Buffer.concat(frames), { raw }).gif({ effort: 1 }).toBuffer();
}

const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#cc3366' } });

/** Signature and IHDR are 33 bytes; what follows may come in any order. */
function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([
    png.subarray(0, 33),
    frame.subarray(0, 4),
    body,
    frame.subarray(4),
    png.subarray(33),
  ]);
}
