import { act, fireEvent, render, screen } from '@testing-library/react';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { SoftLinks } from '@/components/layout/soft-links';
import { SoftLink } from '@/components/ui/soft-link';

interface Gone {
  href: string;
  scroll: boolean | undefined;
}

describe('links that the router takes', () => {
  const gone: Gone[] = [];
  beforeEach(() => {
    gone.length = 0;
    render(
      <AppRouterContext
        value={
          { push: (href, options) => void gone.push({ href, scroll: options?.scroll }) } as AppRouterInstance
        }
      >
        <SoftLinks />
        <SoftLink href="/items/1?from=list#top">
          <b>드릴</b>
        </SoftLink>
        <SoftLink href="/?section=WANTED" keepsScroll>
          빌려요
        </SoftLink>
        <SoftLink href="/guarded" onClick={(event) => event.preventDefault()}>
          묻는 링크
        </SoftLink>
        <SoftLink href="/file" download>
          파일
        </SoftLink>
        <SoftLink href="/new" target="_blank">
          새 창
        </SoftLink>
        <a href="/plain">보통 링크</a>
      </AppRouterContext>,
    );
    // jsdom cannot go anywhere, and says so.
    document.addEventListener('click', stay);
  });
  afterEach(() => document.removeEventListener('click', stay));
  const stay = (event: Event) => event.preventDefault();

  const click = (text: string, init: MouseEventInit = {}) =>
    act(
      async () => void fireEvent.click(screen.getByText(text), { bubbles: true, cancelable: true, ...init }),
    );

  it('go to the whole address, from wherever in the link the click came', async () => {
    await click('드릴');
    expect(gone).toEqual([{ href: '/items/1?from=list#top', scroll: true }]);
  });

  it('stay where the page is scrolled to when they are a filter', async () => {
    await click('빌려요');
    expect(gone).toEqual([{ href: '/?section=WANTED', scroll: false }]);
  });

  it.each<[string, MouseEventInit]>([
    ['control', { ctrlKey: true }],
    ['command', { metaKey: true }],
    ['shift', { shiftKey: true }],
    ['option', { altKey: true }],
    ['the middle button', { button: 1 }],
  ])('are the browser’s with %s', async (_key, init) => {
    await click('드릴', init);
    expect(gone).toEqual([]);
  });

  it.each(['묻는 링크', '파일', '새 창', '보통 링크'])('leave alone: %s', async (text) => {
    await click(text);
    expect(gone).toEqual([]);
  });

  it('are plain links without script', () => {
    expect(screen.getByText('빌려요').getAttribute('href')).toBe('/?section=WANTED');
  });
});
