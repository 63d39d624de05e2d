import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDrain } from '@/lib/runtime/drain';

describe('a server that is asked to stop', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let server: Server;
  let finish: Array<() => void> = [];

  beforeEach(async () => {
    finish = [];
    server = createServer((request, response) => {
      if (request.url === '/slow') finish.push(() => response.end('slow'));
      else response.end('quick');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    agent.destroy();
  });

  const portOf = () => (server.address() as AddressInfo).port;
  async function ask(path: string, port = portOf(), from: Agent | undefined = agent) {
    const [response] = (await once(get({ port, path, host: '127.0.0.1', agent: from }), 'response')) as [
      IncomingMessage,
    ];
    let text = '';
    for await (const chunk of response) text += chunk;
    return { text, connection: response.headers.connection };
  }

  it('answers what comes for a while, and asks for the connection to be closed', async () => {
    const drain = createDrain(server, { graceMs: 500, patienceMs: 5_000 });
    const port = portOf();
    expect(await ask('/quick')).toEqual({ text: 'quick', connection: 'keep-alive' });
    const finished = drain.finish();
    expect(await ask('/quick', port)).toEqual({ text: 'quick', connection: 'close' });
    expect(await ask('/quick', port, new Agent())).toEqual({ text: 'quick', connection: 'close' });
    await finished;
    await expect(ask('/quick', port, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('opens no socket that would outlive it', async () => {
    server.on('upgrade', (_request, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
    const drain = createDrain(server, { graceMs: 500, patienceMs: 5_000 });
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const port = portOf();
    const finished = drain.finish();
    const asked = once(get({ port, host: '127.0.0.1', headers, agent: new Agent() }), 'upgrade');
    await expect(asked).rejects.toMatchObject({ code: 'ECONNRESET' });
    await finished;
  });

  it('takes no new connection, and lets a request under way finish', async () => {
    const drain = createDrain(server, { graceMs: 0, patienceMs: 5_000 });
    const port = portOf();
    const slow = ask('/slow');
    while (finish.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const finished = drain.finish();
    await expect(ask('/quick', port, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    for (const end of finish) end();
    expect(await slow).toMatchObject({ text: 'slow' });
    await finished;
  });

  it('ends what takes longer than its patience', async () => {
    const drain = createDrain(server, { graceMs: 0, patienceMs: 50 });
    const slow = ask('/slow');
    while (finish.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([drain.finish(), expect(slow).rejects.toMatchObject({ code: 'ECONNRESET' })]);
  });
});
