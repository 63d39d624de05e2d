import { ArrowDownLeft, ArrowUpRight, MessageCircle } from 'lucide';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ItemCover } from '@/components/items/item-cover';
import { LiveRemainingTime } from '@/components/items/live-remaining-time';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { SoftLink } from '@/components/ui/soft-link';
import type { RentalView } from '@/lib/features/rentals/views';
import { formatPeriod } from '@/lib/format/dates';
import { formatWon } from '@/lib/format/won';
import { paths } from '@/lib/paths';
import { RentalStatusBadge } from './rental-status-badge';

type RentalCardProps = { rental: RentalView; actions?: ReactNode };

/** A rental as a lending ticket: what and with whom above the perforation, when and for how much below it. */
export function RentalCard({ rental, actions }: RentalCardProps) {
  const t = useTranslations('mypage.rental');
  const { item, partner } = rental;
  const partnerName = partner.nickname ?? t('withdrawn');
  return (
    <article className="flex h-full flex-col rounded-lg border border-line bg-surface">
      <div className="flex gap-4 p-4 md:p-5">
        <ItemCover
          itemId={item.id}
          cover={item.cover}
          sizes="6rem"
          className="w-20 shrink-0 self-start rounded-md md:w-24"
        />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap gap-1">
            <RentalStatusBadge status={rental.status} isOverdue={rental.isOverdue} />
            <RoleBadge isLender={rental.isLender} />
          </p>
          <h3 className="mt-2 text-lg leading-snug font-bold">
            {item.isGone ? (
              <span className="text-ink-soft">{t('gone')}</span>
            ) : (
              <SoftLink href={paths.item(item.id)} className="underline-offset-4 hover:underline">
                {item.title}
              </SoftLink>
            )}
          </h3>
          <p className="mt-0.5 text-sm text-ink-soft">
            {partner.nickname === null ? (
              partnerName
            ) : (
              <SoftLink
                href={paths.user(partner.id)}
                className="font-semibold text-ink underline-offset-4 hover:underline"
              >
                {partnerName}
              </SoftLink>
            )}{' '}
            {t(rental.isLender ? 'toPartner' : 'fromPartner')}
          </p>
        </div>
      </div>
      <Terms rental={rental} />
      <div className="mt-auto flex flex-wrap items-center gap-2 px-4 pb-4 md:px-5 md:pb-5">
        {actions}
        <LinkButton
          href={paths.room(rental.roomId)}
          variant="ghost"
          size="sm"
          className="ml-auto"
          icon={<Icon of={MessageCircle} aria-hidden="true" className="size-4.5" />}
        >
          {t('toRoom')}
        </LinkButton>
      </div>
    </article>
  );
}

function RoleBadge({ isLender }: { isLender: boolean }) {
  const t = useTranslations('mypage.rental');
  return (
    <Badge
      icon={
        isLender ? (
          <Icon of={ArrowUpRight} aria-hidden="true" />
        ) : (
          <Icon of={ArrowDownLeft} aria-hidden="true" />
        )
      }
    >
      {t(isLender ? 'iLend' : 'iRent')}
    </Badge>
  );
}

function Terms({ rental }: { rental: RentalView }) {
  const t = useTranslations('mypage.rental');
  const locale = useLocale();
  const total = totalText(rental.totalWon);
  return (
    <dl className="perforated mx-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 py-4 text-sm md:mx-5">
      <dt className="text-ink-soft">{t('period')}</dt>
      <dd className="figures">
        {formatPeriod(rental.startsAt, rental.endsAt, locale)}
        {rental.status === 'ACTIVE' && (
          <LiveRemainingTime
            end={rental.endsAt}
            className={`block font-bold ${rental.isOverdue ? 'text-danger-ink' : 'text-accent-ink'}`}
          />
        )}
      </dd>
      <dt className="text-ink-soft">{t('quote')}</dt>
      <dd className="figures">
        <strong>{total}</strong>
        {!!rental.unitPriceWon && (
          <span className="ml-1.5 text-ink-soft">
            {t(`quoteOf.${rental.priceUnit}`, {
              price: formatWon(rental.unitPriceWon, locale),
              units: rental.units,
            })}
          </span>
        )}
      </dd>
    </dl>
  );

  function totalText(totalWon: number | null) {
    if (totalWon === null) return t('open');
    return totalWon === 0 ? t('free') : formatWon(totalWon, locale);
  }
}
