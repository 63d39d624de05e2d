import type { ReactNode } from 'react';

type SectionProps = { id?: string; title: string; text?: string; children: ReactNode };

/** One part of the account: what it is, what changing it does, and its own form. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section
      id={id}
      className="flex scroll-mt-28 flex-col gap-4 rounded-lg border border-line bg-surface p-5 md:p-7"
    >
      <div>
        <h2 className="text-lg">{title}</h2>
        {text && <p className="mt-1 text-sm text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
