import { screen } from '@testing-library/react';
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import type { ReactNode } from 'react';
import { RefusalBanner } from '@/components/member/refusal-banner';
import type { ActionRefusal } from '@/lib/next/action-result';
import { renderWithMessages } from '@/tests/support/render-with-messages';

const refusal = (more: Partial<ActionRefusal> = {}): ActionRefusal => ({
  code: 'UNAUTHENTICATED',
  message: '로그인이 필요해요.',
  fields: {},
  ...more,
});

function renderHere(children: ReactNode) {
  return renderWithMessages(<PathnameContext value="/items/7">{children}</PathnameContext>);
}

describe('a refusal', () => {
  it.each([
    ['sign-in', '로그인하기', '/login?next=%2Fitems%2F7'],
    ['district', '동네 정하기', '/region?next=%2Fitems%2F7'],
    ['rentals', '진행 중인 대여 보기', '/mypage'],
  ] as const)('leads to %s and back', (way, name, href) => {
    renderHere(<RefusalBanner refusal={refusal({ way })} />);
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
  });

  it('is a sentence alone where nothing leads on, and nothing where the fields say it', () => {
    const { container } = renderHere(<RefusalBanner refusal={refusal({ fields: { body: '비었어요.' } })} />);
    expect(container).toBeEmptyDOMElement();
    renderHere(<RefusalBanner refusal={refusal()} />);
    expect(screen.getByRole('alert')).toHaveTextContent('로그인이 필요해요.');
    expect(screen.queryByRole('link')).toBeNull();
  });
});
