import { spawnSync } from 'node:child_process';

/** OWASP ASVS 5.0, 16.5.4 */
describe('what nobody caught', () => {
  function run(how: 'throw' | 'reject') {
    const program = ['--import', 'tsx', 'tests/support/uncaught-process.ts', how];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
    expect(stdout + stderr).not.toMatch(/hong|s3cret/);
    return { status, lines: stdout.trim().split('\n') };
  }

  it('is one masked line, and the end of the process', () => {
    const { status, lines } = run('throw');
    expect([status, lines.length]).toEqual([1, 1]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 60,
      err: { message: 'failed for [e-mail] at postgresql://[removed]@db/x' },
    });
  });

  it('is one masked line, and no more, for a promise that nobody waited for', () => {
    const { status, lines } = run('reject');
    expect([status, lines.at(-1)]).toEqual([0, 'alive']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 50,
      err: { message: expect.stringContaining('[e-mail]') },
    });
  });
});
