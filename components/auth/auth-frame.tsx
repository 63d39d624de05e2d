import { MapPin, MessagesSquare, Wallet } from 'lucide';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageShell } from '@/components/layout/page-shell';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Illustration } from '@/components/ui/illustration';
import { LastPiece } from '@/components/ui/last-piece';
import { SoftLink } from '@/components/ui/soft-link';

type AuthFrameProps = {
  title: string;
  text: string;
  /** the way to the other screen, for who came to the wrong one */
  other?: { text: string; href: string; label: string };
  children: ReactNode;
};

/** The form on a sheet; on a wide screen, what one joins for stands beside it. */
export function AuthFrame({ title, text, other, children }: AuthFrameProps) {
  return (
    <PageShell className="comes-whole grid items-center gap-x-16 !max-w-5xl lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <Aside />
      <div className="mx-auto w-full max-w-lg">
        <h1 className="text-2xl md:text-3xl">{title}</h1>
        <p className="mt-1.5 mb-6 text-ink-soft">{text}</p>
        <Card look="lifted">{children}</Card>
        {other && (
          <p className="mt-5 text-center text-ink-soft">
            {other.text}{' '}
            <SoftLink
              href={other.href}
              className="inline-flex min-h-11 items-center px-1 font-bold text-accent-ink underline decoration-accent-line decoration-2 underline-offset-4 hover:decoration-accent"
            >
              {other.label}
            </SoftLink>
          </p>
        )}
      </div>
      <LastPiece />
    </PageShell>
  );
}

function Aside() {
  const t = useTranslations('auth.aside');
  const points = [
    { icon: Wallet, text: t('one') },
    { icon: MapPin, text: t('two') },
    { icon: MessagesSquare, text: t('three') },
  ];
  return (
    <aside className="hidden rounded-xl bg-accent-soft p-10 text-accent-ink lg:block">
      <Illustration drawing="box" />
      <p className="mt-2 text-2xl font-bold text-balance">{t('title')}</p>
      <ul className="perforated mt-6 flex flex-col gap-4 border-accent-line pt-6">
        {points.map(({ icon, text }) => (
          <li key={text} className="flex items-start gap-3">
            <Icon of={icon} aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
            {text}
          </li>
        ))}
      </ul>
    </aside>
  );
}
