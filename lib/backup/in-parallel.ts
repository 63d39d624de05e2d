/** Does `work` for each of a stream of things, `width` at a time, in no order. The first failure ends it. */
export async function inParallel<T>(
  things: AsyncIterable<T>,
  width: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const iterator = things[Symbol.asyncIterator]();
  let hasFailed = false;
  const take = async () => {
    for (let next = await iterator.next(); !next.done && !hasFailed; next = await iterator.next()) {
      await work(next.value);
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: width }, () =>
      take().catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    ),
  );
  await iterator.return?.();
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
