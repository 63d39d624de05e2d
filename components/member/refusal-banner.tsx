'use client';

import { usePathname } from 'next/navigation';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { useWords } from '@/components/ui/use-words';
import type { ActionRefusal } from '@/lib/next/action-result';
import { paths } from '@/lib/paths';

/** Why something was refused; whoever has to sign in or tell a district first gets the way there and back. */
export function RefusalBanner({ refusal }: { refusal: ActionRefusal | null | undefined }) {
  const t = useWords('ui.wayOut');
  const here = usePathname() ?? '/';
  if (!refusal || Object.keys(refusal.fields).length > 0) return null;
  const { way } = refusal;
  return (
    <Banner
      tone="error"
      action={
        way && (
          <LinkButton href={WAYS[way](here)} variant="secondary" size="sm">
            {t(way)}
          </LinkButton>
        )
      }
    >
      {refusal.message}
    </Banner>
  );
}

const WAYS: Record<NonNullable<ActionRefusal['way']>, (here: string) => string> = {
  'sign-in': (here) => paths.login(here),
  district: (here) => paths.region(here),
  rentals: () => paths.myPage('ongoing'),
};
