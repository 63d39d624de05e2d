import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ItemFeed } from '@/components/items/item-feed';
import type { LoadItems } from '@/components/items/use-item-pages';
import { itemCard } from '@/tests/factories/item-cards';
import { renderPage } from './render-page';

const CURSOR = '1700000000000_01890a5d-ac96-774b-bcce-b302099a8057';
const first = Array.from({ length: 12 }, () => itemCard());
const second = Array.from({ length: 5 }, () => itemCard());
const firstPage = { data: first, nextCursor: CURSOR };
const titles = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const more = () => userEvent.click(screen.getByRole('link', { name: '더 보기' }));

let onSeen: ((...near: boolean[]) => void) | undefined;

beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  window.scrollTo = jest.fn();
  onSeen = undefined;
  // jsdom has no layout: "the end comes near" is said by the test.
  window.IntersectionObserver = class {
    constructor(callback: IntersectionObserverCallback) {
      onSeen = (...near) =>
        callback(
          near.map((isIntersecting) => ({ isIntersecting }) as IntersectionObserverEntry),
          this as unknown as IntersectionObserver,
        );
    }
    observe() {}
    disconnect() {}
  } as unknown as typeof IntersectionObserver;
});

describe('a list of items', () => {
  it('has a plain link to what comes next, for those without script', () => {
    renderPage(<ItemFeed listKey="/?region=11" firstPage={firstPage} load={jest.fn()} />);
    expect(screen.getByRole('link', { name: '더 보기' })).toHaveAttribute(
      'href',
      `/?region=11&cursor=${CURSOR}`,
    );
  });

  it('loads the next page when its end comes near, once', async () => {
    const load = jest.fn<ReturnType<LoadItems>, [string]>(async () => ({
      ok: true,
      data: { data: second, nextCursor: null },
    }));
    renderPage(<ItemFeed listKey="/" firstPage={firstPage} load={load} />);
    await act(async () => {
      onSeen?.(true);
      onSeen?.(true);
    });
    await waitFor(() => expect(titles()).toHaveLength(17));
    expect(load.mock.calls).toEqual([[CURSOR]]);
    expect(screen.queryByRole('link', { name: '더 보기' })).toBeNull();
  });

  // Chromium, busy: what it saw before a quick scroll and what it saw after come in one call.
  it('loads the next page when it was still far and is near by the time that is told', async () => {
    const load: LoadItems = async () => ({ ok: true, data: { data: second, nextCursor: null } });
    renderPage(<ItemFeed listKey="/" firstPage={firstPage} load={load} />);
    await act(async () => onSeen?.(false));
    expect(titles()).toHaveLength(12);
    await act(async () => onSeen?.(false, true));
    await waitFor(() => expect(titles()).toHaveLength(17));
  });

  it('shows an item once that was listed anew between two pages', async () => {
    const moved = first.slice(0, 2);
    renderPage(
      <ItemFeed
        listKey="/"
        firstPage={firstPage}
        load={async () => ({ ok: true, data: { data: [...moved, ...second], nextCursor: null } })}
      />,
    );
    await more();
    await waitFor(() => expect(titles()).toHaveLength(17));
    expect(new Set(titles()).size).toBe(17);
  });

  it('says in place what failed, and goes on from there', async () => {
    const load = jest
      .fn<ReturnType<LoadItems>, [string]>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce({
        ok: false,
        error: { code: 'UNAVAILABLE', message: '지금은 연결할 수 없어요.', fields: {} },
      })
      .mockResolvedValueOnce({ ok: true, data: { data: second, nextCursor: null } });
    renderPage(<ItemFeed listKey="/" firstPage={firstPage} load={load} />);
    await more();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('물품을 더 불러오지 못했어요');
    expect(titles()).toHaveLength(12);
    await userEvent.click(within(alert).getByRole('button', { name: '다시 시도' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('지금은 연결할 수 없어요.');
    await userEvent.click(screen.getByRole('button', { name: '다시 시도' }));
    await waitFor(() => expect(titles()).toHaveLength(17));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  describe('on the way back', () => {
    const load: LoadItems = async () => ({ ok: true, data: { data: second, nextCursor: null } });

    async function readOnAndLeave() {
      const { unmount } = renderPage(<ItemFeed listKey="/" firstPage={firstPage} load={load} />);
      await more();
      await waitFor(() => expect(titles()).toHaveLength(17));
      unmount();
    }

    it('is there as it was left', async () => {
      await readOnAndLeave();
      renderPage(<ItemFeed listKey="/" firstPage={firstPage} load={load} />);
      expect(titles()).toHaveLength(17);
    });

    it('starts afresh for a new visit', async () => {
      await readOnAndLeave();
      window.history.pushState(null, '', '/');
      renderPage(<ItemFeed listKey="/" firstPage={firstPage} load={load} />);
      expect(titles()).toHaveLength(12);
    });

    it('starts afresh for another list', async () => {
      await readOnAndLeave();
      renderPage(<ItemFeed listKey="/?section=WANTED" firstPage={firstPage} load={load} />);
      expect(titles()).toHaveLength(12);
    });
  });
});
