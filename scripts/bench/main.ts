// `npm run bench`: every part but soak; `npm run bench -- list chat`: those. The rows of the others stay in bench/results.json.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { FOR_A_BROWSER, requireTools } from '../test/tools';
import { type Ground, startGround } from './ground';
import { benchBrowser } from './parts/browser';
import { benchChat } from './parts/chat';
import { benchGrowth } from './parts/growth';
import { benchHtml } from './parts/html';
import { benchList } from './parts/list';
import { benchLoad } from './parts/load';
import { benchRooms } from './parts/rooms';
import { benchSoak } from './parts/soak';
import { benchSockets } from './parts/sockets';
import { benchStart } from './parts/start';
import { benchUpload } from './parts/upload';
import { printRows, type Row } from './rows';

const PARTS: Record<string, (ground: Ground) => Promise<Row[]>> = {
  list: benchList,
  growth: benchGrowth,
  html: benchHtml,
  rooms: benchRooms,
  chat: benchChat,
  sockets: benchSockets,
  upload: benchUpload,
  load: benchLoad,
  soak: benchSoak,
  start: benchStart,
  browser: benchBrowser,
};

/** Takes half an hour by itself. */
const ONLY_NAMED = new Set(['soak']);
const WITH_A_BROWSER = new Set(['start', 'browser']);

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((part) => !(part in PARTS));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  const parts = Object.keys(PARTS).filter((part) =>
    wanted.length === 0 ? !ONLY_NAMED.has(part) : wanted.includes(part),
  );
  if (parts.some((part) => WITH_A_BROWSER.has(part))) await requireTools(FOR_A_BROWSER);
  const ground = await startGround();
  const rows: Row[] = [];
  try {
    for (const part of parts) rows.push(...((await PARTS[part]?.(ground)) ?? []));
  } finally {
    await ground.stop();
  }
  await keep(rows);
  printRows(rows);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
}

const RESULTS = 'bench/results.json';

async function keep(rows: readonly Row[]) {
  const before: Row[] = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '[]'));
  const measured = new Set(rows.map(({ part }) => part));
  const all = [...before.filter(({ part }) => !measured.has(part)), ...rows];
  await mkdir('bench', { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify(all, null, 2)}\n`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
