import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The built product: two processes behind nginx, with PostgreSQL, Redis and an object store. `npm run chaos` is longer. */
describe('while members chat, post, upload, ask and accept', () => {
  const run = (part: string) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/chaos.ts', 'short', part], {
      maxBuffer: 64 * 1024 * 1024,
    }).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (failed: { code: number; stdout: string; stderr: string }) => failed,
    );
  // Without the connections that were refused by a process that was away: they are most of it.
  const tell = (stdout: string, stderr: string) =>
    console.error(
      stdout,
      stderr
        .split('\n')
        .filter((line) => !line.includes('Connection refused'))
        .slice(-200)
        .join('\n'),
    );

  it('every part is killed, frozen and cut off: nothing acknowledged is lost, doubled or out of order', async () => {
    const { code, stdout, stderr } = await run('faults');
    if (code !== 0) tell(stdout, stderr);
    expect(stdout).toContain('Nothing was lost.');
    expect(stdout).toMatch(/faults: 53/);
  }, 600_000);

  it('both processes are replaced, one after the other: no request fails, and nobody misses a message', async () => {
    const { code, stdout, stderr } = await run('roll-out');
    if (code !== 0) tell(stdout, stderr);
    expect(stdout).toContain('Nothing was lost.');
    expect(stdout).toMatch(/replaced: 2/);
  }, 180_000);
});
