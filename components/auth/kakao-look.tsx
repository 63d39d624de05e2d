import type { ReactNode } from 'react';
import { Spinner } from '@/components/ui/spinner';

type KakaoLookProps = { onClick: () => void; isPending?: boolean; children: ReactNode };

/** A button in Kakao's own colours, so that people know it. */
export function KakaoLook({ onClick, isPending = false, children }: KakaoLookProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isPending}
      aria-busy={isPending || undefined}
      className="inline-flex min-h-14 w-full items-center justify-center gap-2.5 rounded-md bg-kakao px-7 text-lg font-semibold text-on-kakao transition-transform duration-150 hover:bg-kakao-hover active:scale-[0.98] disabled:opacity-60"
    >
      {isPending ? <Spinner /> : <Bubble />}
      {children}
    </button>
  );
}

function Bubble() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-5 shrink-0" fill="currentColor">
      <path d="M12 3.5c-5.2 0-9.5 3.3-9.5 7.4 0 2.6 1.8 4.9 4.4 6.2l-.9 3.4c-.1.4.3.7.6.5l4-2.7c.5.1.9.1 1.4.1 5.2 0 9.5-3.3 9.5-7.5S17.2 3.5 12 3.5Z" />
    </svg>
  );
}
