import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OperationCard } from '@/components/api-docs/operation-card';
import { SchemaCard } from '@/components/api-docs/schema-card';
import { PageShell } from '@/components/layout/page-shell';
import { apiReference } from '@/lib/rest/reference';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apiDocs');
  return { title: t('title') };
}

/** The document of the API, for people to read. */
export default async function ApiDocsPage() {
  const t = await getTranslations('apiDocs');
  const { groups, schemas, problems } = apiReference();
  return (
    <PageShell>
      <h1 className="text-2xl md:text-3xl">{t('title')}</h1>
      <p className="mt-3 max-w-2xl text-ink-soft">{t('text')}</p>
      <p className="mt-3">
        <a
          href="/api/v1/openapi.json"
          className="inline-flex min-h-11 items-center font-semibold text-accent-ink underline"
        >
          openapi.json
        </a>
      </p>
      <h2 className="mt-8 text-xl">{t('begin')}</h2>
      <pre className="mt-3 overflow-x-auto rounded-md bg-sunken p-4 text-sm">
        <code>{EXAMPLE}</code>
      </pre>
      <nav aria-label={t('contents')} className="mt-8">
        <ul className="flex flex-wrap gap-2">
          {groups.map(({ tag }) => (
            <li key={tag}>
              <a
                href={`#${tag}`}
                className="inline-flex min-h-11 items-center rounded-full border border-line px-4 font-semibold hover:border-line-strong"
              >
                {tag}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ tag, operations }) => (
        <section key={tag} id={tag} className="mt-12 scroll-mt-24">
          <h2 className="text-xl">{tag}</h2>
          <div className="mt-4 grid gap-4">
            {operations.map((operation) => (
              <OperationCard key={operation.id} operation={operation} />
            ))}
          </div>
        </section>
      ))}
      <section id="schemas" className="mt-12 scroll-mt-24">
        <h2 className="text-xl">{t('schemas')}</h2>
        <div className="mt-4 grid gap-4 lg:grid-cols-2">
          {schemas.map((schema) => (
            <SchemaCard key={schema.name} schema={schema} />
          ))}
        </div>
      </section>
      <section id="problems" className="mt-12 scroll-mt-24">
        <h2 className="text-xl">{t('problems')}</h2>
        <p className="mt-2 text-ink-soft">{t('problemsText')}</p>
        <ul className="mt-4 grid gap-2">
          {problems.map(({ code, status }) => (
            <li key={code} id={`problem-${code.toLowerCase().replaceAll('_', '-')}`} className="scroll-mt-24">
              <span className="figures mr-3 inline-block w-10 font-semibold">{status}</span>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </section>
    </PageShell>
  );
}

const EXAMPLE = `curl -s localhost:3000/api/v1/auth/token \\
  -H 'content-type: application/json' \\
  -d '{"email":"renter@example.com","password":"…"}'

curl -s 'localhost:3000/api/v1/items?section=OFFER&limit=5' \\
  -H 'authorization: Bearer <accessToken>'`;
