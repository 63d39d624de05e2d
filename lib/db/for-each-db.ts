import type { Db } from './client';

/** One value for each client, made when it is first asked for: of a process there is one, of its tests one each. */
export function forEachDb<T>(create: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const value = create(db);
    made.set(db, value);
    return value;
  };
}
