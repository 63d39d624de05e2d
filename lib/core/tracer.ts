export interface Tracer {
  /** Does `work` inside a span. Attributes are patterns, codes and counts, never values of people. */
  inSpan<T>(name: string, attributes: Record<string, string | number>, work: () => Promise<T>): Promise<T>;
}

const KEY = Symbol.for('egodaeyeo.tracer');
const shared = globalThis as typeof globalThis & { [KEY]?: Tracer };

export function setTracer(tracer: Tracer): void {
  shared[KEY] = tracer;
}

/** Does `work`, inside a span where traces are sent. */
export function inSpan<T>(
  name: string,
  attributes: Record<string, string | number>,
  work: () => Promise<T>,
): Promise<T> {
  return shared[KEY]?.inSpan(name, attributes, work) ?? work();
}
