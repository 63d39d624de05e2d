'use client';

import type { ComponentProps } from 'react';
import { MemberProvider } from '@/components/member/member-provider';
import { memberActions } from './member-actions';

type MemberRootProps = Omit<ComponentProps<typeof MemberProvider>, 'actions'>;

/** The scripts know the actions, so that no page needs to carry them. */
export function MemberRoot(props: MemberRootProps) {
  return <MemberProvider {...props} actions={memberActions} />;
}
