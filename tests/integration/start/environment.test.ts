import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  expectOneSentence,
  expectRefusal,
  freePort,
  runStart,
  useFolder,
} from '@/tests/support/start-product';

const SECRET = 'a-secret-of-more-than-32-characters-for-tests';

describe('a start in a wrong environment', () => {
  const folder = useFolder();

  it('says that the port is taken before it makes anything', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as AddressInfo;
    const start = await runStart(folder(), { PORT: String(port) });
    holder.close();
    expectOneSentence(start, new RegExp(`^Port ${port} is in use\\. Stop what uses it, or set PORT`));
    expect(start.tookMs).toBeLessThan(10_000);
  });

  it('says so through npm start too', async () => {
    const start = await runStart(folder(), { PORT: 'abc' }, ['scripts/start.mjs']);
    expectRefusal(start, /^The environment is not right:\n {2}PORT: must be a port number$/);
  });

  it('lists every fault in one message', async () => {
    const start = await runStart(folder(), {
      PORT: 'abc',
      DATABASE_URL: 'nonsense',
      DEMO_DATA: '2',
      LOG_LEVEL: 'loud',
      NEXTAUTH_URL: 'localhost',
    });
    expectRefusal(start, /^The environment is not right:\n/);
    const named = start.output.split('\n').slice(1);
    expect(named.map((line) => line.trim().split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'DEMO_DATA',
      'LOG_LEVEL',
      'NEXTAUTH_SECRET',
      'NEXTAUTH_URL',
      'PORT',
    ]);
  });

  it('names the host that it cannot listen on', async () => {
    expectOneSentence(await runStart(folder(), { HOST: '203.0.113.7' }), /^Cannot listen on 203\.0\.113\.7:/);
  });

  it('demands what an outside database and an outside object store need', async () => {
    const start = await runStart(folder(), {
      DATABASE_URL: 'postgresql://localhost/egodaeyeo',
      S3_ENDPOINT: 'http://localhost:9000',
    });
    expectRefusal(start, /^The environment is not right:\n/);
    for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_PUBLIC_URL', 'NEXTAUTH_SECRET']) {
      expect(start.output).toContain(`  ${name}: is not set`);
    }
  });

  it('demands a secret for an outside database alone', async () => {
    const start = await runStart(folder(), { DATABASE_URL: 'postgresql://localhost/egodaeyeo' });
    expectRefusal(start, /^The environment is not right:\n {2}NEXTAUTH_SECRET: is not set$/);
  });

  it('says that a database does not answer, without its password', async () => {
    const start = await runStart(folder(), {
      DATABASE_URL: `postgresql://someone:hush@127.0.0.1:${await freePort()}/egodaeyeo`,
      NEXTAUTH_SECRET: SECRET,
    });
    expectOneSentence(start, /^Something is wrong with the database \(DATABASE_URL\): \S/);
    expect(start.output).not.toContain('hush');
  });

  it('says that an object store does not answer', async () => {
    const start = await runStart(folder(), {
      S3_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      S3_ACCESS_KEY_ID: 'key',
      S3_SECRET_ACCESS_KEY: 'hush',
      S3_PUBLIC_URL: 'http://localhost/bucket',
    });
    expectOneSentence(start, /^Something is wrong with the object store \(S3_ENDPOINT\): \S/);
  });
});
