import fc from 'fast-check';
import { isCommonSearch, parseSearch } from '@/lib/features/items/search-terms';

describe('terms of a search', () => {
  it('makes each word the conjunction of its pairs', () => {
    expect(parseSearch('전동드릴').terms).toEqual({
      tsquery: "'전동' & '동드' & '드릴'",
      patterns: ['%전동드릴%'],
      lexemes: ['전동', '동드', '드릴'],
    });
  });

  it('looks for single characters as prefixes, emoji whole', () => {
    expect(parseSearch('A 🚲').terms?.tsquery).toBe("'a':* & '🚲':*");
  });

  it('asks the index for words and the text for what stands between spaces', () => {
    expect(parseSearch('C++ 100%_').terms).toEqual({
      tsquery: "'c':* & '10' & '00'",
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
        const lexemes = parseSearch(text).terms?.tsquery.split(' & ') ?? [];
        for (const lexeme of lexemes) expect(lexeme).toMatch(/^'[^'\\\0\s]+'(:\*)?$/u);
      }),
    );
  });
});
