import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { FieldReference, OperationReference } from '@/lib/rest/reference-view';
import { FieldTable } from './field-table';

/** One operation: address, what it takes, what it answers. */
export function OperationCard({ operation }: { operation: OperationReference }) {
  const t = useTranslations('apiDocs');
  const { id, method, path, summary, description, needsToken, parameters, body, answers } = operation;
  return (
    <article id={id} className="min-w-0 scroll-mt-24 rounded-lg border border-line bg-surface p-5">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        <Badge tone={method === 'GET' ? 'info' : 'accent'}>{method}</Badge>
        <code className="[overflow-wrap:anywhere]">/api/v1{path}</code>
      </h3>
      <p className="mt-2 font-semibold">{summary}</p>
      {description && <p className="mt-1 text-sm text-ink-soft">{description}</p>}
      <p className="mt-1 text-sm text-ink-soft">{t(needsToken ? 'withToken' : 'withoutToken')}</p>
      <Fields title={t('parameters')} fields={parameters} />
      <Fields title={t('body')} fields={body} />
      <h4 className="mt-4 text-sm font-semibold">{t('answers')}</h4>
      <ul className="mt-1 grid gap-0.5 text-sm">
        {answers.map(({ status, text }) => (
          <li key={status}>
            <span className="figures mr-2 font-semibold">{status}</span>
            <code className="[overflow-wrap:anywhere]">{text}</code>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Fields({ title, fields }: { title: string; fields: FieldReference[] }) {
  if (fields.length === 0) return null;
  return (
    <>
      <h4 className="mt-4 text-sm font-semibold">{title}</h4>
      <FieldTable label={title} fields={fields} />
    </>
  );
}
