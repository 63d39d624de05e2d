import { join } from 'node:path';
import { takeDataFolder } from './data-folder';
import { startEmbeddedStore } from './embedded-store';
import { keepPostgres } from './keep-postgres';
import { keepSecrets, type StartSettings } from './settings';
import { settleAll } from './settle-all';

export type Environment = Record<string, string | undefined>;

/**
 * Starts what the environment does not name.
 *
 * @param stop receives what stops each part
 * @returns environment for the server
 */
export async function startParts(
  settings: StartSettings,
  stop: (() => Promise<void>)[],
): Promise<Environment> {
  const usesDataFolder = settings.embeddedPostgres || settings.embeddedStorage;
  if (usesDataFolder) stop.push(await takeDataFolder(settings.dataDir));
  const env: Environment = {
    ...process.env,
    NODE_ENV: settings.isDev ? 'development' : 'production',
    PORT: String(settings.port),
    HOST: settings.host,
    DATA_DIR: settings.dataDir,
    NEXT_DIST_DIR: settings.distDir,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${settings.port}`,
  };
  if (usesDataFolder) await keepSecrets(settings.dataDir);
  const started = await settleAll([
    settings.embeddedPostgres ? embedPostgres(settings, stop) : {},
    settings.embeddedStorage ? embedStorage(settings, stop) : {},
  ]);
  return Object.assign(env, ...started);
}

async function embedPostgres(settings: StartSettings, stop: (() => Promise<void>)[]): Promise<Environment> {
  const { nextAuth } = await keepSecrets(settings.dataDir);
  const postgres = await keepPostgres(join(settings.dataDir, 'postgres'));
  stop.push(postgres.stop);
  return { DATABASE_URL: postgres.url, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || nextAuth };
}

async function embedStorage(settings: StartSettings, stop: (() => Promise<void>)[]): Promise<Environment> {
  const start = (port: number) => startEmbeddedStore(settings.dataDir, settings.host, port);
  // The port after ours, so that addresses of pictures stay the same over restarts; any free one when it is taken.
  const store = await start((settings.port + 1) % 65_536).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return start(0);
  });
  stop.push(store.close);
  return {
    ...store.env,
    S3_PUBLIC_URL: process.env.S3_PUBLIC_URL || `http://localhost:${store.port}/${store.env.S3_BUCKET}`,
  };
}
