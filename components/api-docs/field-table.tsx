import { useTranslations } from 'next-intl';
import type { FieldReference } from '@/lib/rest/reference-view';

export function FieldTable({ label, fields }: { label: string; fields: FieldReference[] }) {
  const t = useTranslations('apiDocs');
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="mt-1 w-full text-left text-sm">
        <tbody>
          {fields.map(({ name, type, isRequired, note }) => (
            <tr key={`${name} ${type}`} className="border-t border-line align-top first:border-t-0">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                <code>{name}</code>
                {isRequired && <span className="ml-1 text-2xs text-accent-ink">{t('required')}</span>}
              </th>
              <td className="py-1.5 text-ink-soft">
                <code className="[overflow-wrap:anywhere]">{type}</code>
                {note && <span className="block text-xs">{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
