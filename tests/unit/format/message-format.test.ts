import '@/components/ui/message-format';
import { createTranslator } from 'use-intl';

describe('a sentence with a value', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['ko', '{name}님이 {count}개를 찾아요', '보라님이 3개를 찾아요'],
    ['en', '{name} wants {count, plural, one {# thing} other {# things}}', '보라 wants 3 things'],
  ])('is said in %s without asking which languages there are', (locale, sentence, said) => {
    const asked = jest.spyOn(Intl.NumberFormat, 'supportedLocalesOf');
    const t = createTranslator({ locale, messages: { sentence } });
    expect(t('sentence', { name: '보라', count: 3 })).toBe(said);
    expect(asked).not.toHaveBeenCalled();
  });
});
