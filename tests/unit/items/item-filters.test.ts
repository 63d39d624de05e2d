import { listHref, listInput, readCursor, readItemFilters } from '@/components/items/item-filters';

describe('the filters of a list in its address', () => {
  it('lends first: home without words is 빌려드려요 everywhere', () => {
    const filters = readItemFilters('/', {});
    expect(listInput(filters, null)).toEqual({ section: 'OFFER', includeRented: false });
    expect(listHref(filters)).toBe('/');
  });

  it('shows both sections in a search until one is chosen', () => {
    const filters = readItemFilters('/search', { q: ' 캠핑 ' });
    expect(listInput(filters, null)).toEqual({ q: '캠핑', includeRented: false });
    expect(listHref({ ...filters, section: 'OFFER' })).toBe('/search?q=%EC%BA%A0%ED%95%91&section=OFFER');
  });

  it('writes what it reads', () => {
    const href = '/?section=WANTED&category=tools&region=11680&rented=1';
    const params = Object.fromEntries(new URL(href, 'http://x').searchParams);
    expect(listHref(readItemFilters('/', params))).toBe(href);
  });

  it("starts with the member's own district, unless the address says another or everywhere", () => {
    const own = '11680';
    expect(listInput(readItemFilters('/', {}), own).region).toBe('11680');
    expect(listInput(readItemFilters('/', { region: '26' }), own).region).toBe('26');
    expect(listInput(readItemFilters('/', { region: 'all' }), own).region).toBeUndefined();
  });

  it.each([
    [{ section: 'STOLEN' }, '/'],
    [{ category: '../../etc' }, '/'],
    [{ region: "1'; DROP TABLE" }, '/'],
    [{ region: ['26', '11'] }, '/?region=26'],
    [{ rented: 'yes' }, '/'],
  ])('reads %j as %s', (params, href) => {
    expect(listHref(readItemFilters('/', params))).toBe(href);
  });

  it('takes no cursor that the server did not make', () => {
    expect(readCursor('17_nonsense')).toBeUndefined();
    expect(readCursor('1700000000000_01890a5d-ac96-774b-bcce-b302099a8057')).toBeDefined();
  });
});
