import { isId } from '@/lib/core/ids';
import { newId } from '@/lib/core/new-id';

describe('a new id', () => {
  it('is a version 7 UUID', () => {
    const id = newId(new Date('2026-11-23T03:00:00.000Z'));
    expect(isId(id)).toBe(true);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is greater than every one before it, whatever the clock does', () => {
    const start = Date.parse('2026-11-23T03:00:00.000Z');
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(new Date(start - (index % 3) * 50)));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
