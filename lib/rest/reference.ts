import { apiDocument } from './document';
import { type ProblemCode, STATUS } from './problem';
import type { FieldReference, OperationReference, SchemaReference } from './reference-view';

interface Json {
  [key: string]: unknown;
}

/** The OpenAPI document in the order and the words in which people read it. */
export function apiReference() {
  const { paths, components } = apiDocument();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: String((operation.tags as string[])[0]),
      operation: toReference(path, method, operation),
    })),
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return {
    groups: tags.map((tag) => ({
      tag,
      operations: operations.filter((one) => one.tag === tag).map(({ operation }) => operation),
    })),
    schemas: Object.entries(components.schemas).map(
      ([name, schema]): SchemaReference => ({ name, fields: fieldsOf(schema) }),
    ),
    problems: (Object.entries(STATUS) as [ProblemCode, number][]).map(([code, status]) => ({ code, status })),
  };
}

function toReference(path: string, method: string, operation: Json): OperationReference {
  const parameters = operation.parameters as {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: Json;
  }[];
  const body = (operation.requestBody as { content: Record<string, { schema: Json }> } | undefined)?.content[
    'application/json'
  ]?.schema;
  const responses = operation.responses as Record<
    string,
    { description: string; content?: Record<string, { schema: Json }> }
  >;
  return {
    id: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: String(operation.summary),
    description: String(operation.description ?? ''),
    needsToken: (operation.security as Json[]).length === 1,
    parameters: parameters.map(({ name, required = false, description = '', schema, ...rest }) => ({
      name,
      type: `${rest.in}, ${typeOf(schema)}`,
      isRequired: required,
      note: description,
    })),
    body: body ? fieldsOf(body) : [],
    answers: Object.entries(responses).map(([status, { description, content }]) => {
      const [media] = Object.entries(content ?? {});
      const shape = media?.[0] === 'application/json' ? typeOf(media[1].schema) : '';
      return { status, text: shape || description };
    }),
  };
}

function fieldsOf(schema: Json): FieldReference[] {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const choices = schema.anyOf as Json[] | undefined;
  if (choices) return choices.flatMap(fieldsOf);
  return Object.entries((schema.properties as Record<string, Json> | undefined) ?? {}).map(
    ([name, field]) => ({
      name,
      type: typeOf(field),
      isRequired: required.has(name),
      note: String(field.description ?? ''),
    }),
  );
}

/** A schema in a few words. */
export function typeOf(schema: Json): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Json[]).map(typeOf).join(' | ');
  if (schema.type === 'array') return `${typeOf((schema.items as Json | undefined) ?? {})}[]`;
  if (schema.type === 'object') return 'object';
  const bounds = [schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength];
  const named = String(schema.format ?? schema.type ?? 'any');
  const isBounded = bounds.some((one) => typeof one === 'number' && Math.abs(one) < 2 ** 31);
  return isBounded && !schema.format ? `${named} ${bounds[0] ?? ''}…${bounds[1] ?? ''}` : named;
}
