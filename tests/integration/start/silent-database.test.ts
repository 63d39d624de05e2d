import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expectOneSentence, runStart, useFolder } from '@/tests/support/start-product';

describe('a database that takes the connection and never answers', () => {
  const folder = useFolder();

  it('is named in one sentence within 20 s', async () => {
    const open: Socket[] = [];
    const silent = createServer((socket) => open.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const start = await runStart(folder(), {
      DATABASE_URL: `postgresql://x:x@127.0.0.1:${port}/x`,
      NEXTAUTH_SECRET: 'a-secret-of-more-than-32-characters-for-tests',
    });
    for (const socket of open) socket.destroy();
    silent.close();
    expectOneSentence(start, /^Something is wrong with the database \(DATABASE_URL\): no answer in 12 s$/);
    expect(start.tookMs).toBeLessThan(20_000);
  }, 45_000);
});
