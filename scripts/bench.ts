// `npm run bench`: the figures of the README's table, measured on this machine in one run.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLoadKb } from './bench/first-load';
import { messageLatency } from './bench/message-latency';
import { startProduct } from './bench/product';

interface Row {
  name: string;
  value: number;
  unit: string;
  reach: number;
}

/** A bare page of the same Next.js release (shared measurement, gzip, without noModule scripts). */
const BARE_NEXT_KB = 138;
const MESSAGES = 200;

async function main() {
  const checkout = await mkdtemp(join(tmpdir(), 'egodaeyeo-bench-'));
  const rows: Row[] = [];
  const add = (name: string, value: number, unit: string, reach: number) =>
    rows.push({ name, value, unit, reach });
  execFileSync('git', ['clone', '--quiet', '.', checkout]);
  const first = await startProduct(checkout);
  add('first start of a fresh checkout, npm cache warm', first.startedInMs / 1000, 's', 180);
  await first.stop();
  const product = await startProduct(checkout);
  try {
    add('second start', product.startedInMs / 1000, 's', 10);
    const item = /href="(\/items\/[0-9a-f-]{36})"/.exec(await (await fetch(product.url)).text())?.[1] ?? '/';
    add('first-load JavaScript of /', await firstLoadKb(product.url, '/'), 'kB', 190);
    add('first-load JavaScript of /items/[id]', await firstLoadKb(product.url, item), 'kB', 190);
    add('memory of the server after start', product.serverMemoryMb(), 'MB', 400);
    const latency = await messageLatency(product.url, MESSAGES);
    add('message from socket to socket, p99', percentile(latency.received, 0.99), 'ms', 50);
    add(
      'message from Enter in one browser to shown in the other, median',
      percentile(latency.shown, 0.5),
      'ms',
      50,
    );
    add(
      'message from Enter in one browser to shown in the other, p99',
      percentile(latency.shown, 0.99),
      'ms',
      50,
    );
  } finally {
    await product.stop();
    await rm(checkout, { recursive: true, force: true });
  }
  print(rows);
  process.exitCode = rows.every((row) => row.value <= row.reach) ? 0 : 1;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function print(rows: Row[]) {
  console.log('\n| measured | value | reach | |\n|---|---|---|---|');
  for (const { name, value, unit, reach } of rows) {
    const shown = value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
    console.log(`| ${name} | ${shown} ${unit} | ${reach} ${unit} | ${value <= reach ? 'met' : 'missed'} |`);
  }
  console.log(`\nA bare Next.js page loads ${BARE_NEXT_KB} kB.`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
