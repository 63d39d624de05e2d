import { setTimeout as sleep } from 'node:timers/promises';
import type { KeptPage } from '@/lib/runtime/visitor-pages/keep-page';
import { createPageStore } from '@/lib/runtime/visitor-pages/page-store';

describe('the store of kept pages', () => {
  const page = (until: number): KeptPage => ({
    status: 200,
    headers: [],
    brotli: Buffer.alloc(40),
    zipped: Buffer.alloc(60),
    basis: {} as KeptPage['basis'],
    until,
  });
  const later = () => page(Date.now() + 60_000);

  it('lets go of what was asked for longest ago', () => {
    const store = createPageStore(250);
    store.set('a', later());
    store.set('b', later());
    store.get('a');
    store.set('c', later());
    expect(['a', 'b', 'c'].filter((key) => store.get(key))).toEqual(['a', 'c']);
    expect(store.bytes()).toBe(200);
  });

  it('lets go of what has become too old to be handed out, however much room there is', async () => {
    const store = createPageStore(1_000_000);
    store.set('old', page(Date.now() + 20));
    store.set('older', page(Date.now() + 10));
    expect(store.bytes()).toBe(200);
    await sleep(30);
    store.set('new', later());
    expect(['old', 'older', 'new'].filter((key) => store.get(key))).toEqual(['new']);
    expect(store.bytes()).toBe(100);
  });

  it('counts a page that takes the place of another once', () => {
    const store = createPageStore(1_000_000);
    store.set('a', later());
    store.set('a', later());
    expect(store.bytes()).toBe(100);
    store.delete('a');
    expect(store.bytes()).toBe(0);
  });
});
