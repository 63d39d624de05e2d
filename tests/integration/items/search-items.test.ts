import fc from 'fast-check';
import { Prisma } from '@/lib/db/generated/client';
import { listItems } from '@/lib/features/items/server/list-items';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { useTestEnv } from '@/tests/support/test-env';

const TITLES = [
  '전동드릴 빌려드려요',
  '드릴 비트만',
  'Makita DRILL 18V',
  '릴드 거꾸로',
  '캠핑의자(4인용)',
  'C++ 책',
  'C언어 책',
  '100% 새것',
  '1000 조각 퍼즐',
  '🚲 자전거',
  "O'Reilly 책\\표지",
];

describe('search', () => {
  const env = useTestEnv();

  beforeAll(async () => {
    const author = await createMember(env.db);
    for (const title of TITLES) await createItemRow(env.db, author, { title, body: '상태 좋아요.' });
  });

  async function find(q: string): Promise<string[]> {
    const { data } = await listItems(env.ctx(), { q, limit: 50 });
    return data.map(({ title }) => title).sort();
  }

  it.each([
    ['드릴', ['드릴 비트만', '전동드릴 빌려드려요']],
    ['전동드릴', ['전동드릴 빌려드려요']],
    ['동드', ['전동드릴 빌려드려요']],
    ['drill', ['Makita DRILL 18V']],
    ['DRILL makita', ['Makita DRILL 18V']],
    ['드릴 비트', ['드릴 비트만']],
    ['비트 드릴', ['드릴 비트만']],
    ['드릴의자', []],
    ['책', ['C++ 책', 'C언어 책', "O'Reilly 책\\표지"]],
    ['c++', ['C++ 책']],
    ['100%', ['100% 새것']],
    ['100', ['100% 새것', '1000 조각 퍼즐']],
    ['의자(4', ['캠핑의자(4인용)']],
    ['🚲', ['🚲 자전거']],
    ["o'reilly", ["O'Reilly 책\\표지"]],
    ['책\\표지', ["O'Reilly 책\\표지"]],
    ['드릴'.normalize('NFD'), ['드릴 비트만', '전동드릴 빌려드려요']],
    ['없는물건', []],
    ['_', []],
    [`'"\\!&|():*%`, []],
  ])('for %j finds %j', async (q, titles) => {
    await expect(find(q)).resolves.toEqual([...titles].sort());
  });

  it('finds what stands in the text only', async () => {
    await expect(find('상태')).resolves.toHaveLength(TITLES.length);
  });

  it('for nothing but spaces is the whole list', async () => {
    await expect(find(' \n\0')).resolves.toHaveLength(TITLES.length);
  });

  it('never fails, whatever is typed, and finds only what has every word', async () => {
    const alphabet = [...`드릴전동cC+ %_\\'"&|!():*<->\0\ud800\udc00🚲${'가'.normalize('NFD')}\u3000\n`];
    const unit = fc.oneof(fc.constantFrom(...alphabet), fc.string({ unit: 'binary', maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 60 }), async (parts) => {
        const q = parts.join('').slice(0, 200);
        await expect(find(q)).resolves.toEqual(expected(q));
      }),
      { numRuns: 300 },
    );
  });

  /** The same by plain comparison: every word between spaces occurs, and one of them can be searched for at all. */
  function expected(q: string): string[] {
    const words = q
      .toWellFormed()
      .replace(/[\0\ufffd]/g, ' ')
      .normalize('NFC')
      .toLowerCase()
      .trim()
      .split(/\s+/u);
    if (words.join('') !== '' && !words.some((word) => /[^!-/:-@[-`{-~]/.test(word))) return [];
    const hasAll = (title: string) =>
      words.every((word) => `${title} 상태 좋아요.`.toLowerCase().includes(word));
    return TITLES.filter(hasAll).sort();
  }

  it('takes 200 characters', async () => {
    for (const q of ['가'.repeat(200), 'z '.repeat(100), '🚲'.repeat(100), "'".repeat(200)]) {
      await expect(find(q)).resolves.toEqual([]);
    }
  });
});

describe('what lists cost with many items', () => {
  const env = useTestEnv({ poolSize: 1 });

  beforeAll(async () => {
    const author = await createMember(env.db);
    await env.db.$executeRaw`
      INSERT INTO "Item" ("id", "authorId", "section", "categoryId", "regionCode", "title", "body", "priceUnit", "listedAt")
      SELECT gen_random_uuid(), ${author.id}::uuid, (CASE WHEN n % 2 = 0 THEN 'OFFER' ELSE 'WANTED' END)::"Section",
        (SELECT min("id") FROM "Category"), '11680', '물품 ' || n, '설명 ' || md5(n::text), 'DAY',
        now() - n * interval '1 minute'
      FROM generate_series(1, 20000) AS n`;
    await env.db.$executeRaw(Prisma.sql`ANALYZE "Item"`);
  });

  it.each([
    ['a section', { section: 'OFFER' }],
    ['both sections', {}],
    ['a district', { section: 'OFFER', region: '11680' }],
    ['a category', { section: 'OFFER', category: 'FIRST' }],
    ['rented ones too', { section: 'WANTED', includeRented: true }],
    ['a search', { q: '품 12345' }],
  ] as const)('reads no more rows for %s than a page needs', async (_, given) => {
    const category = await env.db.category.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const input = 'category' in given ? { ...given, category: category.slug } : given;
    const before = await rowsRead();
    await listItems(env.ctx(), input);
    const read = (await rowsRead()) - before;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(200);
  });

  /** Rows of "Item" that the one connection of this file has fetched or passed over. */
  async function rowsRead(): Promise<number> {
    await env.db.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
    const [row] = await env.db.$queryRaw<{ total: bigint }[]>`
      SELECT (seq_tup_read + idx_tup_fetch) AS total FROM pg_stat_user_tables WHERE relname = 'Item'`;
    return Number(row?.total);
  }
});
