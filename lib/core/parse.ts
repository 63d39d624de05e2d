import type { z } from 'zod';
import { DomainError, type FieldProblem, type Reason } from './errors';

/**
 * Parses the input of a verb.
 *
 * @throws INVALID with one problem for each field that is wrong
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new DomainError('INVALID', 'invalid', { fields: toFieldProblems(result.error.issues) });
}

/**
 * Problems by field, the first one of each. Schemas name the sentence as their message (`error: 'item.title'`); issues
 * that zod words itself become `invalid`.
 */
export function toFieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  const byField = new Map<string, Reason>();
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    if (!byField.has(field)) byField.set(field, reasonOf(issue));
  }
  return [...byField].map(([field, reason]) => ({ field, reason }));
}

function reasonOf(issue: z.core.$ZodIssue): Reason {
  return /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/.test(issue.message)
    ? { key: issue.message }
    : { key: 'invalid' };
}
