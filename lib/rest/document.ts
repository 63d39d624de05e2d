import { z } from 'zod';
import type { ErrorCode } from '@/lib/core/errors';
import { type Operation, takesKey } from './operation';
import { operations } from './operations';
import { type ProblemCode, STATUS } from './problem';
import { problemSchema } from './schemas';

type Json = Record<string, unknown>;

export interface ApiDocument extends Json {
  openapi: string;
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
}

const unsigned = operations(async () => ({}));
let made: ApiDocument | undefined;

/** OpenAPI 3.1 of the API, made of the same table and the same zod schemas as the router. */
export function apiDocument(): ApiDocument {
  made ??= make();
  return made;
}

function make(): ApiDocument {
  const schemas: Record<string, Json> = {};
  const paths: ApiDocument['paths'] = {};
  for (const operation of unsigned) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = describe(operation, schemas);
    paths[operation.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Egodaeyeo API',
      version: '1',
      description:
        'Rent things between neighbours. JSON in and out, times in UTC, money in whole won. Lists give `data` and `nextCursor`. Failures are problem+json (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWE' } },
    },
  };
}

function describe(operation: Operation, schemas: Record<string, Json>): Json {
  const { id, tag, summary, description, access, body, query, status, response } = operation;
  const answer = response
    ? { description: 'OK', content: { 'application/json': { schema: toJson(response, 'output', schemas) } } }
    : { description: 'Done' };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: access === 'member' ? [{ bearer: [] }] : [{}, { bearer: [] }],
    parameters: [
      ...pathParameters(operation.path),
      ...(query ? queryParameters(query, schemas) : []),
      ...(takesKey(operation) ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse(undefined).success,
        content: { 'application/json': { schema: toJson(body, 'input', schemas) } },
      },
    }),
    responses: { [status]: answer, ...refusals(operation, schemas) },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same key again, for a day, gives the same answer and no second effect. With another request it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
};

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
}

function queryParameters(query: z.ZodType, schemas: Record<string, Json>): Json[] {
  const { properties = {} } = toJson(query, 'input', schemas) as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(description !== undefined && { description }),
    schema,
  }));
}

/** Codes that an operation can answer with. */
export function refusalsOf(operation: Operation): ProblemCode[] {
  const always: ProblemCode[] = ['MALFORMED', 'RATE_LIMITED', 'UNAVAILABLE', 'UNAUTHENTICATED'];
  const withBody: ProblemCode[] = operation.body ? ['TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID'] : [];
  const keyed: ProblemCode[] = takesKey(operation) ? ['IDEMPOTENCY_KEY_REUSED'] : [];
  const placed: ErrorCode[] = operation.path.includes('{') ? ['NOT_FOUND'] : [];
  const resident: ErrorCode[] = operation.access === 'member' ? ['FORBIDDEN'] : [];
  return [
    ...new Set([...always, ...withBody, ...keyed, ...placed, ...resident, ...(operation.refuses ?? [])]),
  ];
}

function refusals(operation: Operation, schemas: Record<string, Json>): Json {
  const schema = toJson(problemSchema, 'output', schemas);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of refusalsOf(operation)) {
    byStatus.set(STATUS[code], [...(byStatus.get(STATUS[code]) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { 'application/problem+json': { schema } } },
    ]),
  );
}

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it; schemas with a name are put aside and referred to. */
function toJson(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const { $schema, $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>;
  };
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = referToComponents(definition);
  const { id, ...own } = referToComponents(json) as Json & { id?: string };
  if (typeof id !== 'string') return own;
  schemas[id] = own;
  return { $ref: `#/components/schemas/${id}` };
}

function referToComponents(value: unknown): Json {
  const text = JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text, (key, inner) => (key === '$schema' ? undefined : inner)) as Json;
}
