import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { hearOtherTabs } from '@/components/ui/other-tabs';

/** In localStorage: who is signed in, as the tabs of one browser share it. */
export const MEMBER_KEY = 'egodaeyeo.member';

/**
 * Keeps the tabs of one browser with one member: after a log-out or another sign-in elsewhere, this one asks the server
 * again who is here, so that it does not go on in the name of who left.
 */
export function useSameMember(viewerId: string): void {
  const router = useRouter();
  useEffect(() => {
    keep((storage) => storage.setItem(MEMBER_KEY, viewerId));
    const endHearing = hearOtherTabs(MEMBER_KEY, (member) => {
      if (member !== viewerId) router.refresh();
    });
    return () => {
      endHearing();
      keep((storage) => {
        if (storage.getItem(MEMBER_KEY) === viewerId) storage.removeItem(MEMBER_KEY);
      });
    };
  }, [router, viewerId]);
}

/** Storage may be closed: then each tab minds itself. */
function keep(act: (storage: Storage) => void) {
  try {
    act(window.localStorage);
  } catch {
    // Nothing depends on it.
  }
}
