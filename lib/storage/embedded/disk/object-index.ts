import type { ObjectMeta } from './object-file';

/** The metas of all objects in memory, in S3's order of keys (bytes of UTF-8). */
export class ObjectIndex {
  readonly #metas = new Map<string, ObjectMeta>();
  #sorted: string[] = [];
  #isSorted = true;

  set(meta: ObjectMeta): void {
    if (!this.#metas.has(meta.key)) {
      this.#sorted.push(meta.key);
      this.#isSorted = false;
    }
    this.#metas.set(meta.key, meta);
  }

  delete(key: string): void {
    if (!this.#metas.delete(key)) return;
    const position = this.#keys().indexOf(key);
    this.#sorted.splice(position, 1);
  }

  /** The metas whose key starts with `prefix` and passes `isAfter`, in order; `isAfter` must be monotonic. */
  *from(prefix: string, isAfter: (key: string) => boolean): Generator<ObjectMeta> {
    const keys = this.#keys();
    const start = firstIndex(keys, (key) => compareKeys(key, prefix) >= 0 && isAfter(key));
    for (let index = start; index < keys.length; index += 1) {
      const key = keys[index] ?? '';
      if (!key.startsWith(prefix)) return;
      const meta = this.#metas.get(key);
      if (meta) yield meta;
    }
  }

  #keys(): string[] {
    if (!this.#isSorted) this.#sorted.sort(compareKeys);
    this.#isSorted = true;
    return this.#sorted;
  }
}

/** Orders keys by the bytes of their UTF-8, as S3 lists them. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function firstIndex(keys: readonly string[], passes: (key: string) => boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(keys[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
