import { startObjectStore } from '@/lib/storage/embedded/start-object-store';
import { PUBLIC_PREFIXES } from '@/lib/storage/keys';
import { STORE } from './object-store';

/** Run as a process of its own, to be killed: prints its address, then serves until it dies. */
const store = await startObjectStore({
  ...STORE,
  dataDir: process.argv[2] ?? '',
  host: '127.0.0.1',
  port: Number(process.argv[3] ?? 0),
  publicPrefixes: [...PUBLIC_PREFIXES],
  allowedOrigins: '*',
});
console.log(store.url);
