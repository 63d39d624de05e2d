import { S3Error } from '../s3-error';
import type { FieldCondition, PostPolicy } from './post-policy';

/** Fields that no condition has to cover; so do those that begin with x-ignore-. */
const UNCOVERED = new Set(['x-amz-signature', 'file', 'policy']);

/**
 * Holds a form against its policy: not expired, every condition true, every field covered by one.
 * `fields` are by lower-case name, the bucket of the URL among them. Throws AccessDenied.
 */
export function checkPostPolicy(policy: PostPolicy, fields: ReadonlyMap<string, string>, now: Date): void {
  if (policy.expiresAt.getTime() <= now.getTime()) throw denied('Policy expired.');
  for (const condition of policy.conditions) {
    if (!holds(condition, fields.get(condition.field))) {
      const { operator, field, value } = condition;
      throw denied(`Policy Condition failed: ${JSON.stringify([operator, `$${field}`, value])}`);
    }
  }
  const covered = new Set(policy.conditions.map(({ field }) => field));
  const extra = [...fields.keys()].filter((name) => !isExempt(name) && !covered.has(name));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
}

function holds({ operator, field, value }: FieldCondition, given: string | undefined): boolean {
  if (given === undefined) return false;
  if (operator === 'eq') return given === value;
  if (field !== 'content-type') return given.startsWith(value);
  return given.split(',').every((type) => type.trim().startsWith(value));
}

function isExempt(name: string): boolean {
  return UNCOVERED.has(name) || name.startsWith('x-ignore-');
}

function denied(reason: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${reason}`);
}
