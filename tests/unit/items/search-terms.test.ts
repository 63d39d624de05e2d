import fc from 'fast-check';
import { isCommonSearch, parseSearch, toIndexQuery } from '@/lib/features/items/search-terms';

function indexQueryOf(text: string, common: readonly string[] = []): string {
  return toIndexQuery(parseSearch(text).terms?.lexemes ?? [], new Set(common));
}

describe('terms of a search', () => {
  it('makes each word the conjunction of its pairs', () => {
    expect(parseSearch('전동드릴').terms).toEqual({
      patterns: ['%전동드릴%'],
      lexemes: ['전동', '동드', '드릴'],
    });
  });

  it('looks for single characters as prefixes, emoji whole', () => {
    expect(indexQueryOf('A 🚲')).toBe("'a':* & '🚲':*");
  });

  it('asks the index for words and the text for what stands between spaces', () => {
    expect(parseSearch('C++ 100%_').terms).toEqual({
      patterns: ['%C++%', '%100\\%\\_%'],
      lexemes: ['c', '10', '00'],
    });
  });

  it('is common only when each of its lexemes is', () => {
    const common = new Set(['상태', '전동', '동드']);
    expect(isCommonSearch(['상태'], common)).toBe(true);
    expect(isCommonSearch(['전동', '동드', '드릴'], common)).toBe(false);
    expect(isCommonSearch(['전'], common)).toBe(true);
    expect(isCommonSearch(['드'], common)).toBe(false);
    expect(isCommonSearch(['상태'], new Set())).toBe(false);
    expect(isCommonSearch(['12', '23'], new Set(['12', '23']))).toBe(false);
  });

  it('asks the index for what few items have, where there is such', () => {
    expect(indexQueryOf('상태 망원경', ['상태', '망원'])).toBe("'원경'");
    expect(indexQueryOf('상태 망', ['상태'])).toBe("'상태' & '망':*");
    expect(indexQueryOf('망 원경')).toBe("'원경'");
  });

  it('composes what was typed decomposed', () => {
    expect(parseSearch('드릴'.normalize('NFD'))).toEqual(parseSearch('드릴'));
  });

  it('tells nothing typed from nothing to search for', () => {
    expect(parseSearch(' \0\n')).toEqual({ terms: null, isBlank: true });
    expect(parseSearch(`'"\\!&|():*`)).toEqual({ terms: null, isBlank: false });
  });

  it('never lets a quote or a backslash into the query of the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const lexemes = indexQueryOf(text).split(' & ').filter(Boolean);
        for (const lexeme of lexemes) expect(lexeme).toMatch(/^'[^'\\\0\s]+'(:\*)?$/u);
      }),
    );
  });
});
