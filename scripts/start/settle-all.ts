/** As `Promise.all`, but a failure is told only when all have ended: nothing is begun any more by then. */
export async function settleAll<Parts extends readonly unknown[]>(
  parts: Parts,
): Promise<{ -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}
