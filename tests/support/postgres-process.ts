import { startPostgres } from '@/lib/db/embedded/postgres';

/** Run as a process of its own, to be killed: prints the process of PostgreSQL, then keeps it until standard input ends. */
const postgres = await startPostgres(process.argv[2] ?? '');
console.log(postgres.process.pid);
process.stdin.resume().once('end', async () => {
  await postgres.stop();
  process.exit(0);
});
