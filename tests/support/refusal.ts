import { isDomainError } from '@/lib/core/errors';

/** How a verb refused: its code, the key of its sentence, and the keys by field. Fails when it did not refuse. */
export async function refusalOf(work: Promise<unknown>) {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`Not refused: ${JSON.stringify(outcome.value)}`);
  if (!isDomainError(outcome.error)) throw outcome.error;
  const { code, reason, fields } = outcome.error;
  return {
    code,
    key: reason.key,
    fields: Object.fromEntries(fields.map((problem) => [problem.field, problem.reason.key])),
  };
}
