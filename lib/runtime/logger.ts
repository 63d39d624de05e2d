import pino from 'pino';
import { serverEnv } from '@/lib/env/server-env';

const KEY = Symbol.for('egodaeyeo.logger');
const shared = globalThis as typeof globalThis & { [KEY]?: pino.Logger };

/** JSON lines on standard output. Fields carry ids, never names, addresses, texts or secrets. */
export function getLogger(): pino.Logger {
  shared[KEY] ??= pino({ level: serverEnv().LOG_LEVEL, base: null });
  return shared[KEY];
}
