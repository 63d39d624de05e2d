import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { IMAGE_WIDTHS } from '@/lib/features/images/variants';
import { signAccessToken } from '@/lib/realtime/server/access-token';
import { benchId } from '../generate';
import type { Ground } from '../ground';
import { median } from '../load';
import { type Row, rowOf } from '../rows';
import { BENCH_SECRET, startSite } from '../site';

const ROUNDS = 5;
/** 12 megapixels, as a phone takes them. */
const PHOTOGRAPH = { width: 4_000, height: 3_000 };
/** As lib/features/images/server/encode-picture.ts. */
const WEBP = { quality: 78, effort: 3 };

/** From the chosen file to the picture that others see, against sharp making the same files from it. */
export async function benchUpload(ground: Ground): Promise<Row[]> {
  const site = await startSite(await ground.databaseOf('10k'));
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    // Another with each run: pictures that no item takes are limited to thirty an hour.
    const userId = benchId(1, 1 + Math.floor(Math.random() * 2_000));
    const token = await signAccessToken({ userId, sessionVersion: 1 }, BENCH_SECRET);
    const original = await photograph();
    const [ours, bare]: [number[], number[]] = [[], []];
    await upload(site.url, token, original);
    await encode(original);
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await taken(() => upload(site.url, token, original)));
      bare.push(await taken(() => encode(original)));
      await sleep(300);
    }
    const name = `a photograph of 12 megapixels (${(original.length / 1e6).toFixed(1)} MB), chosen to shown`;
    return [rowOf('upload', name, 'ms', [median(ours), median(bare)], { atMost: 1.5 })];
  } finally {
    await site.stop();
  }
}

/** Soft shapes with the noise of a sensor, so that it weighs what a photograph does. */
async function photograph(): Promise<Buffer> {
  const noise = await sharp({
    create: {
      ...PHOTOGRAPH,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const shapes = `<svg width="${PHOTOGRAPH.width}" height="${PHOTOGRAPH.height}"><defs><radialGradient id="g">
    <stop offset="0" stop-color="#e8b04a"/><stop offset="1" stop-color="#1d4d3a"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/><circle cx="1400" cy="1500" r="900" fill="#2f7d5b"/></svg>`;
  return sharp(Buffer.from(shapes))
    .flatten()
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

async function upload(url: string, token: string, original: Buffer) {
  const api = (path: string, body: object) => post(`${url}/api/v1${path}`, token, body);
  const ticket = await api('/uploads', { contentType: 'image/jpeg', bytes: original.length });
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields as Record<string, string>))
    form.append(name, value);
  form.append('file', new Blob([new Uint8Array(original)], { type: 'image/jpeg' }), 'photo.jpg');
  await expectOk(await fetch(ticket.url as string, { method: 'POST', body: form }));
  const picture = await api('/uploads/prepare', { key: ticket.key });
  const shown = await expectOk(await fetch(`${picture.baseUrl}/640.webp`));
  await shown.arrayBuffer();
}

async function post(url: string, token: string, body: object): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await expectOk(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
  return (await answer.json()) as Record<string, unknown>;
}

async function expectOk(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

async function encode(original: Buffer) {
  const [widest] = IMAGE_WIDTHS.slice(-1);
  const { data, info } = await sharp(original)
    .autoOrient()
    .resize({ width: widest })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const width of IMAGE_WIDTHS) {
    await sharp(data, { raw: info }).resize({ width }).webp(WEBP).toBuffer();
  }
}

async function taken(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
