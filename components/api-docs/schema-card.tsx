import type { SchemaReference } from '@/lib/rest/reference-view';
import { FieldTable } from './field-table';

export function SchemaCard({ schema: { name, fields } }: { schema: SchemaReference }) {
  return (
    <article
      id={`schema-${name}`}
      className="min-w-0 scroll-mt-24 rounded-lg border border-line bg-surface p-5"
    >
      <h3 className="text-base">
        <code>{name}</code>
      </h3>
      <FieldTable label={name} fields={fields} />
    </article>
  );
}
