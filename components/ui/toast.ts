export type Toast = {
  tone: 'success' | 'error' | 'info';
  text: string;
  action?: { label: string; onPress: () => void };
};

const waiting: Toast[] = [];
let listener: (() => void) | null = null;

/** Shows a passing message. What people must not miss belongs into a Banner in the page instead. */
export function showToast(toast: Toast): void {
  waiting.push(toast);
  listener?.();
}

/** For the Toaster: be told when messages wait. */
export function onToast(callback: () => void): () => void {
  listener = callback;
  if (waiting.length > 0) callback();
  return () => {
    listener = null;
  };
}

/** For the Toaster: take what waits. */
export function takeToasts(): Toast[] {
  return waiting.splice(0);
}
