import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../load';
import { messageLatency } from '../message-latency';
import { startProduct } from '../product';
import { type Row, rowOf, toldOnly } from '../rows';

const MESSAGES = 200;

/** A clone of this checkout, started twice as a newcomer would, with two browsers that talk to each other. */
export async function benchStart(): Promise<Row[]> {
  const checkout = await mkdtemp(join(tmpdir(), 'egodaeyeo-bench-'));
  const rows: Row[] = [];
  const add = (name: string, value: number, unit: string, atMost: number) =>
    rows.push(rowOf('start', name, unit, [value, null], { atMost }));
  execFileSync('git', ['clone', '--quiet', '.', checkout]);
  try {
    const first = await startProduct(checkout);
    add('first start of a fresh checkout, npm cache warm', first.startedInMs / 1_000, 's', 180);
    await first.stop();
    const product = await startProduct(checkout);
    try {
      add('second start', product.startedInMs / 1_000, 's', 5);
      const { received, shown } = await messageLatency(product.url, MESSAGES);
      // By now all pages are loaded, and some were shown.
      const [largest, all] = product.serverMemoryMb();
      add('memory of a server process after start and these messages', largest, 'MB', 400);
      rows.push(toldOnly(rowOf('start', 'memory of all of them', 'MB', [all, null], { atMost: 0 })));
      add('message from socket to socket, p99', percentile(received, 0.99), 'ms', 50);
      add('message from Enter to shown in the other browser, median', percentile(shown, 0.5), 'ms', 50);
      add('message from Enter to shown in the other browser, p99', percentile(shown, 0.99), 'ms', 50);
    } finally {
      await product.stop();
    }
  } finally {
    await rm(checkout, { recursive: true, force: true });
  }
  return rows;
}
