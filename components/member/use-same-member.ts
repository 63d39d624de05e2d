import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

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
    const look = ({ key, newValue }: StorageEvent) => {
      if (key === MEMBER_KEY && newValue !== viewerId) router.refresh();
    };
    window.addEventListener('storage', look);
    return () => {
      window.removeEventListener('storage', look);
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
