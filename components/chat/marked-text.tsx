import { useWords } from '@/components/ui/use-words';
import type { Risk } from '@/lib/features/chat/scam-guard';

type MarkedTextProps = { text: string; risks: readonly Risk[] };

/** A text as it was written; what one should not trust yet is marked, and is no link. */
export function MarkedText({ text, risks }: MarkedTextProps) {
  const t = useWords('chat');
  if (risks.length === 0) return <span>{text}</span>;
  const parts = risks.map((risk, index) => ({
    ...risk,
    before: text.slice(risks[index - 1]?.end ?? 0, risk.start),
  }));
  return (
    <span>
      {parts.map(({ kind, start, end, before }) => (
        <span key={start}>
          {before}
          <mark className="rounded-xs bg-warn-soft px-0.5 text-warn-ink underline decoration-warn-ink decoration-wavy decoration-1 underline-offset-4">
            <span className="sr-only">{t('thread.risk', { kind })} </span>
            {text.slice(start, end)}
          </mark>
        </span>
      ))}
      {text.slice(risks.at(-1)?.end)}
    </span>
  );
}
