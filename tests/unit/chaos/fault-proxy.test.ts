import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultProxy, startFaultProxy } from '@/tests/chaos/fault-proxy';

describe('a link that can be spoilt', () => {
  let target: Server;
  let proxy: FaultProxy;
  let near: Socket;
  let far: Socket;
  /** what each side has heard */
  const heard = { near: '', far: '' };

  beforeEach(async () => {
    target = createServer().listen(0, '127.0.0.1');
    await once(target, 'listening');
    const { port } = target.address() as AddressInfo;
    proxy = await startFaultProxy({ host: '127.0.0.1', port, keepsAddress: true });
    near = connect({ host: '127.0.0.1', port: proxy.port, localAddress: '127.0.0.7' });
    [far] = (await once(target, 'connection')) as [Socket];
    Object.assign(heard, { near: '', far: '' });
    near.on('data', (bytes) => (heard.near += bytes)).on('error', () => undefined);
    far.on('data', (bytes) => (heard.far += bytes)).on('error', () => undefined);
  });
  afterEach(async () => {
    near.destroy();
    far.destroy();
    await proxy.stop();
    await new Promise((resolve) => target.close(resolve));
  });

  it('the target sees the address of whoever asks', () => {
    expect(far.remoteAddress).toBe('127.0.0.7');
  });

  it('what is sent after a delay has ended does not overtake what still waits, nor does the end', async () => {
    proxy.spoil('delay');
    near.write('1');
    await sleep(50);
    proxy.mend();
    near.end('2');
    await once(far, 'end');
    expect(heard.far).toBe('12');
  });

  it('half-open: one side hears that the other has gone, the other hears nothing until it is mended', async () => {
    let isFarOver = false;
    far.once('end', () => (isFarOver = true));
    proxy.spoil('half-open');
    await once(near, 'close');
    far.write('is anybody there');
    await sleep(100);
    expect(isFarOver).toBe(false);
    const closed = once(far, 'close');
    proxy.mend();
    await closed;
  });

  it.each(['blackhole', 'drop-answers'] as const)('%s: an end is lost as well', async (fault) => {
    let isNearOver = false;
    near.once('end', () => (isNearOver = true));
    proxy.spoil(fault);
    near.write('asked');
    far.end('answered');
    await sleep(100);
    expect(isNearOver).toBe(false);
    expect(heard).toEqual({ near: '', far: fault === 'blackhole' ? '' : 'asked' });
    const closed = once(near, 'close');
    proxy.mend();
    await closed;
  });

  it('reset: ends what is open and refuses what is new', async () => {
    const closed = Promise.all([near, far].map(closing));
    proxy.spoil('reset');
    await closed;
    await closing(connect(proxy.port, '127.0.0.1'));
    proxy.mend();
  });
});

/** Also after an error. */
function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.on('error', () => undefined).once('close', () => resolve()));
}
