import { screen } from '@testing-library/react';
import { ItemCard } from '@/components/items/item-card';
import { itemCard } from '@/tests/factories/item-cards';
import { renderPage } from './render-page';

describe('the card of an item', () => {
  it('is a link named by its title', () => {
    const item = itemCard({ title: '캠핑 의자' });
    renderPage(<ItemCard item={item} />);
    expect(screen.getByRole('link', { name: '캠핑 의자' })).toHaveAttribute('href', `/items/${item.id}`);
  });

  it.each([
    [{ priceWon: 10_000_000, priceUnit: 'MONTH' as const }, '10,000,000원 / 월'],
    [{ priceWon: 0 }, '무료 대여'],
    [{ priceWon: null }, '가격 협의'],
  ])('says the price of %j', (price, text) => {
    const { container } = renderPage(<ItemCard item={itemCard(price)} />);
    expect(container).toHaveTextContent(text);
  });

  it('says how long a thing on rent is away, and that it is late', () => {
    const inTwoHours = new Date(Date.now() + 2 * 3_600_000 + 30_000).toISOString();
    const { container } = renderPage(
      <ItemCard item={itemCard({ status: 'RENTED', rentedUntil: inTwoHours })} />,
    );
    expect(container).toHaveTextContent('대여 중·2시간 남음');
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const late = renderPage(<ItemCard item={itemCard({ status: 'RENTED', rentedUntil: hourAgo })} />);
    expect(late.container).toHaveTextContent('1시간 지남');
  });
});
