import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { plainClickOnLink } from '@/components/ui/plain-click';

type LeaveGuard = {
  isActive: boolean;
  title: string;
  text: ReactNode;
  confirmLabel: string;
};

/**
 * Asks before a page with unsaved work is left: by a link or a form of this site, by the browser's back button (where
 * the browser lets a page ask), and by closing or reloading the tab. What carries `data-leave-freely` is never asked.
 *
 * @returns the dialog, and `release`, after which nothing is asked any more
 */
export function useLeaveGuard({ isActive, title, text, confirmLabel }: LeaveGuard) {
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const isReleased = useRef(false);

  useEffect(() => {
    if (!isActive) return;
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    const ask = (event: Event, go: () => void) => {
      if (isReleased.current) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => go);
    };

    window.addEventListener(
      'beforeunload',
      (event) => !isReleased.current && event.preventDefault(),
      options,
    );
    document.addEventListener(
      'click',
      (event) => {
        const link = leavingLink(event);
        if (link) ask(event, () => router.push(link.pathname + link.search + link.hash));
      },
      options,
    );
    document.addEventListener(
      'submit',
      (event) => {
        const form = leavingForm(event);
        if (form) ask(event, () => form.requestSubmit(event.submitter));
      },
      options,
    );
    onBack(stop.signal, ask);
    return () => stop.abort();
  }, [isActive, router]);

  const dialog = (
    <ConfirmDialog
      isOpen={leave !== null}
      onClose={() => setLeave(null)}
      onConfirm={() => {
        isReleased.current = true;
        setLeave(null);
        leave?.();
      }}
      title={title}
      text={text}
      confirmLabel={confirmLabel}
    />
  );
  return {
    dialog,
    release: () => {
      isReleased.current = true;
    },
  };
}

/** The link of a plain click that goes to another page of this site in this tab. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  const link = plainClickOnLink(event);
  if (!link || leavesFreely(link)) return null;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  return isHere ? null : link;
}

/** A form that goes to another page (the search, the chat); server actions stay on this one. */
function leavingForm(event: SubmitEvent): HTMLFormElement | null {
  const form = event.target instanceof HTMLFormElement ? event.target : null;
  if (form && leavesFreely(form)) return null;
  return form?.getAttribute('action')?.startsWith('/') ? form : null;
}

/** `data-leave-freely` alone: always; with a media query: where that holds (what opens over the page on wide screens). */
function leavesFreely({ dataset: { leaveFreely } }: HTMLElement): boolean {
  return leaveFreely !== undefined && window.matchMedia(leaveFreely || 'all').matches;
}

/** The back and forward buttons, in browsers with the Navigation API. */
function onBack(signal: AbortSignal, ask: (event: Event, go: () => void) => void) {
  if (typeof navigation === 'undefined') return;
  navigation.addEventListener(
    'navigate',
    (event) => {
      if (event.navigationType !== 'traverse' || !event.cancelable || event.hashChange) return;
      const { key } = event.destination;
      ask(event, () => void navigation.traverseTo(key));
    },
    { signal },
  );
}
