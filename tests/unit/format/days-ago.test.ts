import { startOfDay } from '@/lib/features/auth/session-life';
import { formatDaysAgo } from '@/lib/format/days-ago';

describe('how many days ago', () => {
  const now = '2026-11-26T15:10:00.000Z'; // 0:10 on the 27th in Korea

  it.each([
    ['2026-11-26T15:00:00.000Z', '오늘', 'today'],
    ['2026-11-26T14:59:59.000Z', '어제', 'yesterday'],
    ['2026-11-25T15:00:00.000Z', '어제', 'yesterday'],
    ['2026-11-24T15:30:00.000Z', '2일 전', '2 days ago'],
    ['2026-11-13T15:30:00.000Z', '13일 전', '13 days ago'],
    ['2026-11-27T15:30:00.000Z', '오늘', 'today'],
  ])('%s is %s', (instant, ko, en) => {
    expect(formatDaysAgo(instant, now, 'ko')).toBe(ko);
    expect(formatDaysAgo(instant, now, 'en')).toBe(en);
  });

  it('a day begins at midnight in Korea', () => {
    expect(startOfDay(new Date(now)).toISOString()).toBe('2026-11-26T15:00:00.000Z');
    expect(startOfDay(new Date('2026-11-26T15:00:00.000Z')).toISOString()).toBe('2026-11-26T15:00:00.000Z');
    expect(startOfDay(new Date('2026-11-26T14:59:59.999Z')).toISOString()).toBe('2026-11-25T15:00:00.000Z');
  });
});
