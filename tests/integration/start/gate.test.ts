import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { GATE, keepGate } from '@/lib/env/gate';

/** A process that comes to the gate so long after it was started. */
function program(afterMs: number, env: Record<string, string>) {
  const child = fork('tests/support/gated-program.ts', [String(afterMs)], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
  });
  const said: unknown[] = [];
  child.on('message', (message) => said.push(message));
  const wentThrough = () => said.includes('went through');
  return { child, wentThrough, ended: once(child, 'exit') };
}

describe('the gate between a start and its server', () => {
  it('holds a server up until it opens, and not one that comes later', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = program(0, { [GATE]: 'closed' });
    const late = program(2_500, { [GATE]: 'closed' });
    for (const { child } of [first, late]) keepGate(child, gate);
    await once(first.child, 'message');
    await sleep(300);
    expect(first.wentThrough()).toBe(false);
    open();
    await Promise.all([first.ended, late.ended]);
    expect([first.wentThrough(), late.wentThrough()]).toEqual([true, true]);
  }, 30_000);

  it('ends a server whose parent has died before', async () => {
    const { child, ended } = program(0, { [GATE]: 'closed' });
    keepGate(child, new Promise(() => undefined));
    await once(child, 'message');
    child.disconnect();
    expect(await ended).toEqual([1, null]);
  }, 30_000);

  it('is open where nobody closed it', async () => {
    const { wentThrough, ended } = program(0, { [GATE]: '' });
    await ended;
    expect(wentThrough()).toBe(true);
  }, 30_000);

  it('is no matter to one that has died before it opened', async () => {
    let open: () => void = () => undefined;
    const { child, ended } = program(0, { [GATE]: 'closed' });
    keepGate(child, new Promise((resolve) => (open = resolve)));
    await once(child, 'message');
    child.kill('SIGKILL');
    await ended;
    open();
    await sleep(50);
    expect(child.signalCode).toBe('SIGKILL');
  }, 30_000);
});
