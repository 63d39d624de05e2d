import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readItemFilters } from '@/components/items/item-filters';
import type { LoadProvinces } from '@/components/regions/region-dialog';
import { RegionPicker } from '@/components/regions/region-picker';
import { renderPage } from './render-page';

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const provinces = [
  {
    code: '11',
    name: '서울특별시',
    nameEn: 'Seoul',
    shortName: '서울',
    regions: [{ code: '11680', name: '강남구', nameEn: 'Gangnam-gu' }],
  },
  {
    code: '26',
    name: '부산광역시',
    nameEn: 'Busan',
    shortName: '부산',
    regions: [{ code: '26350', name: '해운대구', nameEn: 'Haeundae-gu' }],
  },
];
const filters = readItemFilters('/', { section: 'WANTED', category: 'tools' });

async function openPicker(load: LoadProvinces) {
  renderPage(<RegionPicker label="동네 바꾸기" filters={filters} current="11680" load={load} />);
  await userEvent.click(screen.getByRole('button', { name: '동네 바꾸기' }));
  return screen.findByRole('dialog');
}

describe('「동네 바꾸기」', () => {
  it('goes from 시/도 to 시/군/구 and keeps the other filters', async () => {
    const dialog = await openPicker(async () => ({ ok: true, data: provinces }));
    expect(await within(dialog).findByRole('link', { name: '강남구' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: '부산' }));
    const link = within(dialog).getByRole('link', { name: '해운대구' });
    expect(link).toHaveAttribute('href', '/?section=WANTED&category=tools&region=26350');
    expect(within(dialog).getByRole('link', { name: '부산광역시 전체' })).toHaveAttribute(
      'href',
      '/?section=WANTED&category=tools&region=26',
    );
    expect(within(dialog).getByRole('link', { name: '전국' })).toHaveAttribute(
      'href',
      '/?section=WANTED&category=tools&region=all',
    );
  });

  it('finds a district by its name', async () => {
    const dialog = await openPicker(async () => ({ ok: true, data: provinces }));
    await userEvent.type(within(dialog).getByLabelText('동네 이름으로 찾기'), '해운대');
    expect(await within(dialog).findByRole('link', { name: '부산광역시 해운대구' })).toBeInTheDocument();
  });

  it('can be tried again when the districts did not come', async () => {
    const load = jest
      .fn<ReturnType<LoadProvinces>, []>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ ok: true, data: provinces });
    const dialog = await openPicker(load);
    await userEvent.click(await within(dialog).findByRole('button', { name: '다시 시도' }));
    expect(await within(dialog).findByRole('link', { name: '강남구' })).toBeInTheDocument();
  });
});
