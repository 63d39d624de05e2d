import { commonLexemes } from '@/lib/features/items/server/common-lexemes';
import { listItems } from '@/lib/features/items/server/list-items';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { countStatements } from '@/tests/support/count-statements';
import { useTestEnv } from '@/tests/support/test-env';

/** Words that many items have are found on the way down the list, others by the index of words. */
describe('a search for a common word', () => {
  const env = useTestEnv();
  const ids: string[] = [];

  beforeAll(async () => {
    const author = await createMember(env.db);
    for (let index = 0; index < 60; index += 1) {
      const listedAt = new Date(Date.UTC(2026, 0, 1) + index * 60_000);
      const section = index % 4 === 0 ? 'WANTED' : 'OFFER';
      const body = index % 3 === 0 ? '상태 좋은 물건' : '평범한 물건';
      const item = await createItemRow(env.db, author, { listedAt, section, title: `물건 ${index}`, body });
      if (index % 3 === 0) ids.unshift(item.id);
    }
    await createItemRow(env.db, author, { title: '천체망원경', body: '별 보기', listedAt: new Date(0) });
    await env.db.$executeRaw`ANALYZE "Item"`;
  });

  async function everyPage(input: Parameters<typeof listItems>[1]) {
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listItems(env.ctx(), { ...input, limit: 7, ...(cursor && { cursor }) });
      found.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    return found;
  }

  it('knows which words are common from the statistics', async () => {
    const common = await commonLexemes(env.db, env.clock.now);
    expect(common).toContain('상태');
    expect(common).toContain('물건');
    expect(common).not.toContain('쿼카');
  });

  it('gives every item once, newest first, page by page, both sections together', async () => {
    expect(await everyPage({ q: '상태' })).toEqual(ids);
    expect(await everyPage({ q: '좋은 상태' })).toEqual(ids);
  });

  it('finds what common pairs of letters only seem to be', async () => {
    expect(await everyPage({ q: '물건 천체' })).toEqual([]);
    expect(await everyPage({ q: '천체망원경' })).toHaveLength(1);
  });

  it('takes one statement once it fills a page', async () => {
    await listItems(env.ctx(), { q: '상태' });
    expect(await countStatements(() => listItems(env.ctx(), { q: '상태', limit: 5 }))).toBe(1);
  });
});
