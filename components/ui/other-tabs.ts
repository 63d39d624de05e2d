const AT_THE_LATEST_MS = 2_000;
/** Where a browser does not say when it is idle. */
const AFTER_MS = 200;

/**
 * Hears what other tabs of this browser write into localStorage under a key, and what they wrote before it began to
 * listen. It begins once the page has nothing better to do: for the first listener a browser asks another of its
 * processes whether it may, and the page stands still until that one has time.
 *
 * @param act gets the new value, null for none
 * @returns what ends it
 */
export function hearOtherTabs(key: string, act: (value: string | null) => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) act(event.newValue);
  };
  const before = read(key);
  const cancel = whenIdle(() => {
    window.addEventListener('storage', hear);
    const now = read(key);
    if (now !== before) act(now);
  });
  return () => {
    cancel();
    window.removeEventListener('storage', hear);
  };
}

function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(act, { timeout: AT_THE_LATEST_MS });
    return () => window.cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, AFTER_MS);
  return () => clearTimeout(timer);
}

/** Storage may be closed: then nothing is in it. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
