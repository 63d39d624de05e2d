import type { DemoItem } from './build-items';
import { type MemberKey, members } from './members';
import { createRandom } from './random';

export interface DemoBookmark {
  member: MemberKey;
  itemId: string;
  createdAt: Date;
}

/** What each member has put aside: never their own. The two demo accounts have more than a page. */
export function buildBookmarks(items: DemoItem[], now: Date): DemoBookmark[] {
  return members.flatMap(({ key }) => {
    const random = createRandom(`bookmarks/${key}`);
    const share = key === 'lender' || key === 'renter' ? 0.09 : 0.05;
    return items
      .filter((item) => item.author !== key && item.section === 'OFFER' && random.chance(share))
      .map((item) => {
        const sinceListed = now.getTime() - item.listedAt.getTime();
        const createdAt = new Date(item.listedAt.getTime() + Math.round(sinceListed * random.next()));
        return { member: key, itemId: item.id, createdAt };
      });
  });
}
