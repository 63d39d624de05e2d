import type { z } from 'zod';
import type { ServiceContext } from '@/lib/core/context';
import type { ErrorCode } from '@/lib/core/errors';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a request brings to an operation, each part parsed by its schema. */
export interface RestInput<P, Q, B> {
  path: P;
  query: Q;
  body: B;
  /** network address of who asks */
  address: string;
  /** the Idempotency-Key as an id, the same each time; null without one */
  onceId: string | null;
}

/** One route of the API, said once: the router, the document and the tests are made of it. */
export interface Operation {
  id: string;
  method: Method;
  /** as OpenAPI writes it: /items/{itemId} */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** public: without a token as well; member: with one */
  access: 'public' | 'member';
  /** a POST that changes nothing */
  isReading?: boolean;
  query?: z.ZodType;
  body?: z.ZodType;
  status: 200 | 201 | 204;
  /** null: no content */
  response: z.ZodType | null;
  /** codes besides those that every operation of its access has */
  refuses?: readonly ErrorCode[];
  run(ctx: ServiceContext, input: RestInput<unknown, unknown, unknown>): Promise<unknown>;
}

/**
 * Every POST by which a member changes something takes an Idempotency-Key. Those of sign-in do not: the key would have no
 * owner yet, and the answer, which is kept with it, is a secret.
 */
export function takesKey({ method, access, isReading }: Operation): boolean {
  return method === 'post' && access === 'member' && isReading !== true;
}

type Parsed<S> = S extends z.ZodType ? z.input<S> : undefined;
type ParsedQuery<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Gives `run` the types of its schemas. The verb behind it parses again: a route decides nothing. */
export function operation<
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Omit<Operation, 'query' | 'body' | 'run'> & {
    query?: Q;
    body?: B;
    run(
      ctx: ServiceContext,
      input: RestInput<Record<string, string>, ParsedQuery<Q>, Parsed<B>>,
    ): Promise<unknown>;
  },
): Operation {
  return definition as unknown as Operation;
}
