'use client';

import { LogOut, MapPin, ShieldCheck, UserRound } from 'lucide';
import { forgetMember } from '@/components/member/forget-member';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { menuItemStyle } from '@/components/ui/menu-item-style';
import { Popover } from '@/components/ui/popover';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';
import type { HeaderViewer } from './header-viewer';

type ProfileMenuProps = { viewer: HeaderViewer; logoutAction: () => Promise<void> };

export function ProfileMenu({ viewer, logoutAction }: ProfileMenuProps) {
  const t = useWords('layout');
  const label = t('profileMenu', { nickname: viewer.nickname });
  return (
    <Popover
      label={label}
      trigger={(attributes) => (
        <button
          type="button"
          {...attributes}
          aria-label={label}
          title={label}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-full transition-opacity hover:opacity-80"
        >
          <Avatar name={viewer.nickname} src={viewer.avatarUrl} className="!size-9" />
        </button>
      )}
    >
      <div className="flex items-center gap-3 px-3 pt-2 pb-3">
        <Avatar name={viewer.nickname} src={viewer.avatarUrl} />
        <div className="min-w-0">
          <p className="truncate font-bold">{viewer.nickname}</p>
          <p className="flex items-center gap-1 text-sm text-ink-soft">
            <Icon of={MapPin} aria-hidden="true" className="size-4 shrink-0" />
            {viewer.region?.name ?? t('noRegion')}
          </p>
        </div>
      </div>
      <div className="perforated pt-2">
        <SoftLink href="/mypage" className={menuItemStyle()}>
          <Icon of={UserRound} aria-hidden="true" />
          {t('myPage')}
        </SoftLink>
        {viewer.role === 'ADMIN' && (
          <SoftLink href="/admin" className={menuItemStyle()}>
            <Icon of={ShieldCheck} aria-hidden="true" />
            {t('admin')}
          </SoftLink>
        )}
        <form action={logoutAction} onSubmit={() => forgetMember(viewer.id)}>
          <button type="submit" className={menuItemStyle()}>
            <Icon of={LogOut} aria-hidden="true" />
            {t('logout')}
          </button>
        </form>
      </div>
    </Popover>
  );
}
