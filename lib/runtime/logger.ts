import pino from 'pino';
import { serverEnv } from '@/lib/env/server-env';
import { describeError } from './watch/describe-error';

const KEY = Symbol.for('egodaeyeo.logger');
const shared = globalThis as typeof globalThis & { [KEY]?: pino.Logger };

/** Should one of these ever be handed over, it does not reach the log. */
const SECRETS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'email',
  'body',
  'text',
];

/** JSON lines on standard output. Fields carry ids, never names, addresses, texts or secrets. */
export function getLogger(): pino.Logger {
  shared[KEY] ??= createLogger(serverEnv().LOG_LEVEL);
  return shared[KEY];
}

/** @param to where the lines go; standard output when left out */
export function createLogger(level: string, to?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    serializers: { err: describeError },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[removed]' },
  };
  return to ? pino(options, to) : pino(options);
}
