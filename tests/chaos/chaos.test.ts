import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The built product: two processes behind nginx, with PostgreSQL, Redis and an object store. `npm run chaos` is longer. */
describe('while members chat, post, upload, ask and accept', () => {
  const run = (part: string) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/chaos.ts', 'short', part], {
      maxBuffer: 64 * 1024 * 1024,
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );

  it('every part is killed, frozen and cut off: nothing acknowledged is lost, doubled or out of order', async () => {
    const { code, stdout } = await run('faults');
    if (code !== 0) console.error(stdout);
    expect(stdout).toContain('Nothing was lost.');
    expect(stdout).toMatch(/faults: 53/);
  }, 600_000);

  it('both processes are replaced, one after the other: no request fails, and nobody misses a message', async () => {
    const { code, stdout } = await run('roll-out');
    if (code !== 0) console.error(stdout);
    expect(stdout).toContain('Nothing was lost.');
    expect(stdout).toMatch(/replaced: 2/);
  }, 180_000);
});
