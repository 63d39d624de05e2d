import { S3Error } from '../s3-error';

/** A decoded policy document. */
export interface PostPolicy {
  readonly expiresAt: Date;
  readonly conditions: readonly FieldCondition[];
  /** Of content-length-range, in bytes; null when the policy has none. */
  readonly size: { readonly min: number; readonly max: number } | null;
}

export interface FieldCondition {
  readonly operator: 'eq' | 'starts-with';
  /** In lower case, without the `$`. */
  readonly field: string;
  readonly value: string;
}

/**
 * Decodes the base64 JSON of a POST policy. Throws InvalidPolicyDocument.
 * Source: "POST policy", Amazon S3 API reference.
 */
export function parsePostPolicy(base64: string): PostPolicy {
  const document = parseJson(base64);
  const { expiration, conditions } = document;
  if (expiration === undefined) throw invalid('Policy missing expiration.');
  if (conditions === undefined) throw invalid('Policy missing conditions.');
  const unknown = Object.keys(document).find((name) => name !== 'expiration' && name !== 'conditions');
  if (unknown !== undefined) throw invalid(`Unexpected: '${unknown}'`);
  if (!Array.isArray(conditions)) throw invalid("Invalid 'conditions' value: must be a List.");
  const parsed = conditions.map(parseCondition);
  return {
    expiresAt: parseExpiration(expiration),
    conditions: parsed.filter((condition) => 'operator' in condition),
    size: intersect(parsed.filter((condition) => 'max' in condition)),
  };
}

function parseJson(base64: string): Record<string, unknown> {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) throw invalid('Policy is not valid base64.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    throw invalid('Invalid JSON.');
  }
  throw invalid('Invalid JSON: expected an object.');
}

function parseExpiration(value: unknown): Date {
  const isIso = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value);
  const moment = new Date(isIso ? value : Number.NaN);
  if (Number.isNaN(moment.getTime())) throw invalid(`Invalid 'expiration' value: '${String(value)}'`);
  return moment;
}

type SizeRange = { readonly min: number; readonly max: number };

function parseCondition(condition: unknown): FieldCondition | SizeRange {
  if (Array.isArray(condition)) return parseListCondition(condition);
  if (!isRecord(condition)) throw invalid('Conditions must be objects or lists.');
  const [entry, ...more] = Object.entries(condition);
  if (!entry || more.length > 0) throw invalid('Simple-Conditions must have exactly one property specified.');
  return fieldCondition('eq', entry[0], entry[1]);
}

function parseListCondition([rawOperator, first, second, ...more]: unknown[]): FieldCondition | SizeRange {
  const operator = typeof rawOperator === 'string' ? rawOperator.toLowerCase() : '';
  if (second === undefined || more.length > 0) throw invalid('List conditions must have three elements.');
  if (operator === 'content-length-range') return { min: parseBytes(first), max: parseBytes(second) };
  if (operator !== 'eq' && operator !== 'starts-with')
    throw invalid(`Unknown condition: '${String(rawOperator)}'`);
  if (typeof first !== 'string' || !first.startsWith('$')) throw invalid('Field names must start with $.');
  return fieldCondition(operator, first.slice(1), second);
}

function fieldCondition(operator: FieldCondition['operator'], field: string, value: unknown): FieldCondition {
  if (typeof value !== 'string' || field === '') throw invalid('Condition values must be strings.');
  return { operator, field: field.toLowerCase(), value };
}

function parseBytes(value: unknown): number {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^\d{1,15}$/.test(text)) throw invalid('content-length-range needs two whole numbers of bytes.');
  return Number(text);
}

function intersect(ranges: SizeRange[]): SizeRange | null {
  if (ranges.length === 0) return null;
  return { min: Math.max(...ranges.map(({ min }) => min)), max: Math.min(...ranges.map(({ max }) => max)) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(reason: string): S3Error {
  return new S3Error('InvalidPolicyDocument', `Invalid Policy: ${reason}`);
}
