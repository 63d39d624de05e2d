import { createServer } from 'node:net';
import { readBuildStamp } from './build-stamp';
import { startParts } from './parts';
import { type ServerProcess, startServer } from './server-process';
import { readSettings, type StartSettings } from './settings';
import { settleAll } from './settle-all';

/** A server that ends sooner than this after its start would do so again. */
const YOUNG_MS = 10_000;

/** Starts parts and server, says where they are, and stops all of them together. */
async function main() {
  const settings = readSettings(process.env, process.argv.includes('--dev'));
  await requireFreePort(settings);
  const stop: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = () => {
    stopping ??= stop.reduceRight((before, step) => before.then(step), Promise.resolve());
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stopAll().then(() => process.exit(0)));
  }
  try {
    const [env, { isCurrent }, { fillParts }] = await settleAll([
      startParts(settings, stop),
      settings.isDev ? { isCurrent: true } : readBuildStamp(settings.distDir),
      // What talks to the parts is loaded while they start.
      import('./fill-parts'),
    ]);
    if (stopping) return;
    let server: ServerProcess | undefined;
    stop.push(async () => server?.stop());
    // What it loads takes longer than what is still to be done to a database that is there.
    if (isCurrent && settings.embeddedPostgres) server = startServer(settings, env);
    await fillParts(settings, env, async () => isCurrent || build(settings.distDir));
    if (stopping) return;
    server ??= startServer(settings, env);
    await server.open();
    say(settings);
    for (;;) {
      const bornAt = Date.now();
      const code = await server.exited;
      if (stopping) return;
      const sentence = `The server stopped unexpectedly (${code}).`;
      if (Date.now() - bornAt < YOUNG_MS) {
        await stopAll();
        fail(sentence);
      }
      console.error(`${sentence} It is started again.`);
      server = startServer(settings, env);
      await server.open();
    }
  } catch (error) {
    if (stopping) return;
    await stopAll();
    fail(error instanceof Error ? error.message : String(error));
  }
}

async function build(distDir: string) {
  const timer = setTimeout(
    () => console.log('Building (about a minute; only when the sources changed) …'),
    1_000,
  );
  try {
    const { buildIfChanged } = await import('./build');
    await buildIfChanged(distDir);
  } finally {
    clearTimeout(timer);
  }
}

function say({ port, withDemoData }: StartSettings) {
  console.log(`\n이거대여 is running at http://localhost:${port}\n`);
  if (!withDemoData) return;
  console.log('Demo accounts, password Demo!2345:');
  for (const name of ['lender', 'renter', 'admin']) console.log(`  ${name}@example.com`);
  console.log('\nCtrl-C stops everything; the data stay.');
}

function requireFreePort({ port, host }: StartSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use. Stop what uses it, or set PORT to another one.`
            : `Cannot listen on ${host}:${port} (${error.code}). Check HOST and PORT.`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function fail(sentence: string) {
  console.error(sentence);
  process.exit(1);
}

main().catch((error) => {
  fail(error instanceof Error ? error.message : String(error));
});
