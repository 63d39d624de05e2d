import type { ReactNode } from 'react';

type SectionProps = { title: string; text?: string; children: ReactNode };

/** One part of the account: what it is, what changing it does, and its own form. */
export function Section({ title, text, children }: SectionProps) {
  return (
    <section className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5 md:p-7">
      <div>
        <h2 className="text-lg">{title}</h2>
        {text && <p className="mt-1 text-sm text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
