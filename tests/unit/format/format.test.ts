import { dayKey, formatDate, formatPeriod } from '@/lib/format/dates';
import { formatRelativeTime } from '@/lib/format/relative-time';
import { formatDuration, remainingTime } from '@/lib/format/remaining-time';
import { formatBadgeCount, formatWon } from '@/lib/format/won';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-23T03:00:00Z');

describe('won', () => {
  it.each([
    [12_000, 'ko', '12,000원'],
    [12_000, 'en', '₩12,000'],
    [0, 'ko', '0원'],
    [10_000_000, 'ko', '10,000,000원'],
  ])('%d in %s is %s', (won, locale, text) => expect(formatWon(won, locale)).toBe(text));

  it('a badge never grows past two digits', () => {
    expect([1, 99, 100].map((count) => formatBadgeCount(count))).toEqual(['1', '99', '99+']);
  });
});

describe('dates', () => {
  it('are shown in Korean time whatever the zone of the machine', () => {
    expect(formatDate('2026-11-02T15:30:00Z', 'ko', 'dateTime')).toBe('11월 3일 (화) 오전 12:30');
    expect(formatDate('2026-11-03T06:20:00Z', 'ko', 'time')).toBe('오후 3:20');
    expect(formatDate('2026-11-03T06:20:00Z', 'ko', 'fullDay')).toBe('2026년 11월 3일 화요일');
    expect(formatDate('2026-11-03T06:20:00Z', 'en', 'time')).toBe('3:20 PM');
  });

  it('say a shared day of a period once', () => {
    const start = '2026-11-03T04:00:00Z';
    expect(formatPeriod(start, '2026-11-03T08:00:00Z', 'ko')).toBe('11월 3일 (화) 오후 1:00 ~ 오후 5:00');
    expect(formatPeriod(start, '2026-11-04T08:00:00Z', 'ko')).toBe(
      '11월 3일 (화) 오후 1:00 ~ 11월 4일 (수) 오후 5:00',
    );
  });

  it('the day key turns over at midnight in Seoul', () => {
    expect(dayKey('2026-11-02T14:59:59Z')).toBe('2026-11-02');
    expect(dayKey('2026-11-02T15:00:00Z')).toBe('2026-11-03');
  });

  it('refuse what is not a time', () => expect(() => formatDate('soon', 'ko')).toThrow(RangeError));
});

describe('relative time', () => {
  it.each([
    [59_000, null],
    [-5_000, null],
    [MINUTE, '1분 전'],
    [59 * MINUTE, '59분 전'],
    [HOUR, '1시간 전'],
    [23 * HOUR, '23시간 전'],
    [DAY, '어제'],
    [2 * DAY, '2일 전'],
    [7 * DAY - 1, '6일 전'],
    [7 * DAY, '2026년 11월 16일'],
  ])('%d ms ago is %s', (elapsed, text) => expect(formatRelativeTime(NOW - elapsed, NOW, 'ko')).toBe(text));
});

describe('remaining time', () => {
  it('counts from now to the end, not from the start', () => {
    expect(remainingTime(NOW + HOUR, NOW)).toEqual({ isOver: false, durationMs: HOUR });
    expect(remainingTime(NOW - HOUR, NOW)).toEqual({ isOver: true, durationMs: HOUR });
  });

  it.each([
    [1, '1분'],
    [80 * MINUTE, '1시간 20분'],
    [DAY + 5 * MINUTE, '1일'],
    [2 * DAY + 3 * HOUR + 10 * MINUTE, '2일 3시간'],
    [40 * DAY, '1개월 10일'],
  ])('%d ms is %s', (duration, text) => expect(formatDuration(duration, 'ko')).toBe(text));
});
