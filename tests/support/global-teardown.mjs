export default async function globalTeardown() {
  const child = globalThis.__testParts;
  if (!child) return;
  globalThis.__testParts = undefined;
  delete process.env.TEST_PARTS;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  await exited;
}
