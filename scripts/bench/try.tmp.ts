import { startGround } from '@/scripts/bench/ground';

async function main() {
  const g = await startGround();
  console.log(await g.databaseOf(process.argv[2] as never));
  if (process.argv[3]) await new Promise(() => {});
  await g.stop();
}
main().catch((e) => {
  console.error(e);
  process.exit(1);
});
