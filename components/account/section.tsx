import { type ReactNode, useId } from 'react';

type SectionProps = { title: string; text?: string; children: ReactNode };

/** One part of the account: what it is, what changing it does, and its own form. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5 md:p-7"
    >
      <div>
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {text && <p className="mt-1 text-sm text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
