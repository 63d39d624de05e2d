import { join } from 'node:path';

/** The bundled server.ts of a build. */
export function serverEntry(distDir: string): string {
  return join(distDir, 'egodaeyeo-server.mjs');
}
