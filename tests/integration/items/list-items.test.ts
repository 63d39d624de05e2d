import type { MemberActor } from '@/lib/core/actor';
import type { ListItemsInput } from '@/lib/features/items/schemas';
import { listItems } from '@/lib/features/items/server/list-items';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('lists of items', () => {
  const env = useTestEnv();
  let author: MemberActor;

  beforeEach(async () => {
    await env.db.item.deleteMany();
    author = await createMember(env.db);
  });

  const listed = (second: number) => ({ listedAt: new Date(Date.UTC(2026, 5, 1, 0, 0, second)) });

  async function idsOf(input: ListItemsInput, actor?: MemberActor): Promise<string[]> {
    const { data } = await listItems(env.ctx(actor), input);
    return data.map(({ id }) => id);
  }

  /** Every page, following the cursors. */
  async function walk(input: ListItemsInput): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listItems(env.ctx(), { ...input, ...(cursor ? { cursor } : {}) });
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return ids;
  }

  it('2022 fault: list order was random', async () => {
    for (let index = 0; index < 30; index += 1) {
      const section = index % 3 === 0 ? 'WANTED' : 'OFFER';
      await createItemRow(env.db, author, { section, ...listed(Math.floor(index / 10)) });
    }
    const rows = await env.db.item.findMany({ orderBy: [{ listedAt: 'desc' }, { id: 'desc' }] });
    const expected = rows.map(({ id }) => id);
    await expect(walk({ limit: 7 })).resolves.toEqual(expected);
    const offers = rows.filter(({ section }) => section === 'OFFER').map(({ id }) => id);
    await expect(walk({ limit: 7, section: 'OFFER' })).resolves.toEqual(offers);
    await expect(walk({ limit: 10, q: '드릴' })).resolves.toEqual(expected);
  });

  it('skips and repeats nothing when newer items arrive between two pages', async () => {
    const rows = [];
    for (let index = 0; index < 6; index += 1) rows.push(await createItemRow(env.db, author, listed(index)));
    const first = await listItems(env.ctx(), { limit: 3 });
    await createItemRow(env.db, author, listed(50));
    const second = await listItems(env.ctx(), { limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(rows.map(({ id }) => id).reverse());
    expect(second.nextCursor).toBeNull();
  });

  it('2022 fault: lists cost 39 statements', async () => {
    for (let index = 0; index < 13; index += 1) await createItemRow(env.db, author);
    for (const input of [{}, { section: 'OFFER' }, { q: '드릴' }, { authorId: author.id }] as const) {
      await expect(countStatements(() => listItems(env.ctx(), input))).resolves.toBe(1);
    }
  });

  it('tells of each item what a card shows', async () => {
    const imageId = '00000000-0000-7000-8000-000000000001';
    await createItemRow(env.db, author, {
      priceWon: null,
      coverImageId: imageId,
      coverBlur: 'data:x',
      coverColor: '#aabbcc',
      imageCount: 1,
      bookmarkCount: 2,
      inquiryCount: 3,
    });
    const { data } = await listItems(env.ctx(), {});
    expect(data).toEqual([
      {
        id: expect.any(String),
        section: 'OFFER',
        title: '전동드릴 빌려드려요',
        priceWon: null,
        priceUnit: 'DAY',
        status: 'AVAILABLE',
        rentedUntil: null,
        region: { code: '11680', name: '강남구', nameEn: expect.any(String) },
        cover: {
          id: imageId,
          baseUrl: env.storage.publicUrl(`images/${imageId}`),
          blurDataUrl: 'data:x',
          color: '#aabbcc',
        },
        bookmarkCount: 2,
        inquiryCount: 3,
        listedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
  });

  it('has available items, rented ones when asked, closed ones never, deleted and hidden ones never', async () => {
    const available = await createItemRow(env.db, author, listed(3));
    const rentedUntil = new Date('2026-12-24T00:00:00.000Z');
    const rented = await createItemRow(env.db, author, { status: 'RENTED', rentedUntil, ...listed(2) });
    await createItemRow(env.db, author, { status: 'CLOSED' });
    await createItemRow(env.db, author, { deletedAt: new Date() });
    await createItemRow(env.db, author, { hiddenAt: new Date(), hiddenReason: '' });
    await expect(idsOf({})).resolves.toEqual([available.id]);
    await expect(idsOf({ includeRented: true })).resolves.toEqual([available.id, rented.id]);
    const { data } = await listItems(env.ctx(), { includeRented: true });
    expect(data[1]?.rentedUntil).toBe(rentedUntil.toISOString());
  });

  it('shows closed items to their author, in their own list alone', async () => {
    const closed = await createItemRow(env.db, author, { status: 'CLOSED' });
    const authorId = author.id;
    await expect(idsOf({ authorId }, author)).resolves.toEqual([closed.id]);
    await expect(idsOf({ authorId, includeRented: true })).resolves.toEqual([]);
    await expect(idsOf({ includeRented: true }, author)).resolves.toEqual([]);
  });

  it('filters by district, whole 시/도, category, section and author, all together', async () => {
    const category = await env.db.category.findFirstOrThrow({ orderBy: { sortOrder: 'desc' } });
    const jeju = await env.db.region.findFirstOrThrow({ where: { provinceCode: '50' } });
    const gangnam = await createItemRow(env.db, author, listed(3));
    const mapo = await createItemRow(env.db, author, { regionCode: '11440', ...listed(2) });
    const far = await createItemRow(env.db, await createMember(env.db), {
      regionCode: jeju.code,
      section: 'WANTED',
      categoryId: category.id,
      ...listed(1),
    });
    await expect(idsOf({ region: '11680' })).resolves.toEqual([gangnam.id]);
    await expect(idsOf({ region: '11' })).resolves.toEqual([gangnam.id, mapo.id]);
    await expect(idsOf({ category: category.slug })).resolves.toEqual([far.id]);
    await expect(idsOf({ category: 'no-such' })).resolves.toEqual([]);
    await expect(idsOf({ section: 'WANTED' })).resolves.toEqual([far.id]);
    await expect(idsOf({ authorId: author.id, section: 'OFFER', region: '11440' })).resolves.toEqual([
      mapo.id,
    ]);
    await expect(
      idsOf({ q: '드릴', region: '50', category: category.slug, section: 'WANTED' }),
    ).resolves.toEqual([far.id]);
  });

  it('2022 fault: an unknown user in a filter was a 500', async () => {
    await expect(idsOf({ authorId: '00000000-0000-7000-8000-00000000dead' })).resolves.toEqual([]);
    expect(await refusalOf(listItems(env.ctx(), { authorId: 'nobody' }))).toMatchObject({ code: 'INVALID' });
  });

  it.each([
    [{ cursor: 'x' }],
    [{ cursor: '999999999999999999_x' }],
    [{ limit: 0 }],
    [{ limit: 51 }],
    [{ section: 'SELL' }],
    [{ region: '1168' }],
  ])('refuses %j', async (input) => {
    expect(await refusalOf(listItems(env.ctx(), input as never))).toMatchObject({ code: 'INVALID' });
  });

  it('takes any cursor that has the right form', async () => {
    const id = '00000000-0000-7000-8000-00000000dead';
    await expect(idsOf({ cursor: `0_${id}` })).resolves.toEqual([]);
    await expect(idsOf({ cursor: `999999999999999_${id}` })).resolves.toEqual([]);
  });
});
