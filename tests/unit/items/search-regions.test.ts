import { searchRegions } from '@/components/regions/search-regions';

const PROVINCES = [
  {
    code: '11',
    name: '서울특별시',
    nameEn: 'Seoul',
    shortName: '서울',
    regions: [
      { code: '11680', name: '강남구', nameEn: 'Gangnam-gu' },
      { code: '11140', name: '중구', nameEn: 'Jung-gu' },
    ],
  },
  {
    code: '26',
    name: '부산광역시',
    nameEn: 'Busan',
    shortName: '부산',
    regions: [{ code: '26110', name: '중구', nameEn: 'Jung-gu' }],
  },
];
const codes = (text: string) => searchRegions(PROVINCES, text).map(({ region }) => region.code);

describe('finding a district by its name', () => {
  it.each([
    ['강남', ['11680']],
    ['중구', ['11140', '26110']],
    ['부산 중구', ['26110']],
    ['JUNG-GU seoul', ['11140']],
    ['강남'.normalize('NFD'), ['11680']],
    ['없는곳', []],
    ['  ', []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});
