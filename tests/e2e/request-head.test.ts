import { productUrl } from '@/tests/support/browser';
import { sendRaw } from '@/tests/support/raw-http';

describe('the head of a request', () => {
  it.each(['/', '/api/v1/items', '/socket.io/?EIO=4&transport=polling'])(
    'of more than 16 kB is refused at once: %s',
    async (path) => {
      const large = { 'x-large': 'a'.repeat(17 * 1024) };
      await expect(sendRaw(productUrl(), path, { headers: large })).resolves.toMatchObject({ status: 431 });
      const fair = { 'x-large': 'a'.repeat(8 * 1024) };
      await expect(sendRaw(productUrl(), path, { headers: fair })).resolves.toMatchObject({ status: 200 });
    },
  );
});
