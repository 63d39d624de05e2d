import { type CategorySlug, categories } from '@/prisma/seed/reference/categories';
import { demoId } from './demo-id';
import { drafts } from './items/all';
import type { ItemDraft } from './items/draft';
import { type MemberKey, members } from './members';
import type { PictureKind } from './pictures/kinds/all';
import { createRandom, type Random } from './random';
import { closed } from './stories/closed';
import { ended } from './stories/ended';
import { ongoing } from './stories/ongoing';
import type { Story } from './stories/story';

export interface DemoPicture {
  imageId: string;
  kind: PictureKind;
  seed: string;
  view: number;
}

export interface DemoItem extends ItemDraft {
  id: string;
  category: CategorySlug;
  author: MemberKey;
  regionCode: string;
  listedAt: Date;
  autoRelist: boolean;
  pictures: DemoPicture[];
}

export const stories: Story[] = [...ongoing, ...closed, ...ended];

/** Things whose author found or lent what they wanted and has taken them off the list. */
const SETTLED = ['면접 발표용 태블릿 하루만요', '골프채 풀세트 첫 라운딩'];
/** The admin looks after the place and lends little. */
const AUTHORS: MemberKey[] = members.flatMap(({ key }) =>
  key === 'admin' ? [key] : key === 'lender' ? [key, key, key, key] : [key, key, key],
);
/** Of all moments, those before any demo run: keys of pictures never depend on when it runs. */
const PICTURE_TIME = new Date('2026-01-01T00:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const OLDEST_DAYS = 54;

/** All items, the newest first. */
export function buildItems(now: Date): DemoItem[] {
  const random = createRandom('items');
  const all = shuffle(
    categories.flatMap(({ slug }) => drafts[slug].map((draft) => ({ draft, category: slug }))),
    random,
  );
  const items = all.map(({ draft, category }, index) => {
    const author = authorOf(draft.title, index);
    const listedAt = listedAtOf(draft.title, index / all.length, random, now);
    return {
      ...draft,
      category,
      author,
      listedAt,
      id: demoId(`item/${draft.title}`, listedAt),
      regionCode: members.find((one) => one.key === author)?.regionCode ?? '',
      autoRelist: draft.section === 'OFFER' && !SETTLED.includes(draft.title),
      pictures: picturesOf(draft, random),
    };
  });
  return items.sort((a, b) => b.listedAt.getTime() - a.listedAt.getTime());
}

function authorOf(title: string, index: number): MemberKey {
  const told = stories.find((story) => story.item === title)?.author;
  return told ?? AUTHORS[index % AUTHORS.length] ?? 'lender';
}

/** Many of today, few of weeks ago; whoever asked did so after it was listed. */
function listedAtOf(title: string, share: number, random: Random, now: Date): Date {
  const asked = stories.filter((story) => story.item === title).map((story) => story.beganHoursAgo);
  const hoursAgo = asked.length > 0 ? Math.max(...asked) + random.int(9, 80) : null;
  const ageMs =
    hoursAgo === null
      ? 4 * MINUTE_MS + share ** 2.2 * OLDEST_DAYS * DAY_MS + random.int(0, 50) * MINUTE_MS
      : hoursAgo * 60 * MINUTE_MS;
  return new Date(now.getTime() - Math.round(ageMs));
}

function picturesOf({ kind, title, section }: ItemDraft, random: Random): DemoPicture[] {
  const count = section === 'OFFER' ? random.pick([1, 1, 1, 2, 2, 2, 3, 4] as const) : random.int(0, 1);
  if (!kind) return [];
  return Array.from({ length: count }, (_, view) => {
    return { imageId: demoId(`image/${title}/${view}`, PICTURE_TIME), kind, seed: title, view };
  });
}

function shuffle<T>(list: T[], random: Random): T[] {
  return list
    .map((value) => ({ value, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
