import type { MemberKey } from '../members';

/**
 * What happened in one room, line by line: `작:` the item's author says, `문:` the inquirer says, `+3h` time goes by,
 * `@` something happens: @신청 @수락 @거절 reason @작성자취소 reason @문의자취소 reason @만료 @시작 @종료,
 * @작성자리뷰 5 text, @문의자리뷰 4 text. @시작, @종료 and @만료 set the clock to their moment.
 */
export interface Story {
  /** title of the item */
  item: string;
  author: MemberKey;
  inquirer: MemberKey;
  /** hours before now of the first line */
  beganHoursAgo: number;
  /** hours from now, and how long */
  rental?: { startsInHours: number; hours: number };
  /** last messages that this side has not read */
  unread?: { side: 'author' | 'inquirer'; count: number };
  script: string;
}
