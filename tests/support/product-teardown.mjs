import { rm } from 'node:fs/promises';
import stopParts from './global-teardown.mjs';

export default async function productTeardown() {
  const product = globalThis.__product;
  if (!product) return;
  await stopParts();
  const exited = new Promise((resolve) => product.child.once('exit', resolve));
  product.child.kill('SIGTERM');
  await exited;
  await rm(product.dataDir, { recursive: true, force: true });
}
