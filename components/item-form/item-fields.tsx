import { useLocale, useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import { TextareaField } from '@/components/ui/textarea-field';
import { countCharacters } from '@/lib/core/count-characters';
import { MAX_BODY, MAX_TITLE, SECTIONS, type Section } from '@/lib/features/items/schemas';
import type { CategoryView } from '@/lib/features/items/views';
import { localName } from '@/lib/format/local-name';
import { formatCount } from '@/lib/format/won';
import type { ItemValues } from './item-values';
import { PriceField } from './price-field';

export type ItemFieldsProps = {
  values: ItemValues;
  /** sentences by field name of the input */
  errors: Record<string, string>;
  onChange: (change: Partial<ItemValues>) => void;
};

export function ItemFields({
  categories,
  ...props
}: ItemFieldsProps & { categories: readonly CategoryView[] }) {
  const { values, errors, onChange } = props;
  const t = useTranslations('itemForm.fields');
  const locale = useLocale();
  const title = useCounter(values.title, MAX_TITLE);
  const body = useCounter(values.body, MAX_BODY);
  return (
    <>
      <RadioGroup
        name="section"
        label={t('section')}
        options={SECTIONS.map((section) => ({ value: section, label: t(`sections.${section}`) }))}
        value={values.section}
        onValueChange={(section) => onChange({ section: section as Section })}
        error={errors.section}
      />
      <SelectField
        name="categoryId"
        label={t('category')}
        placeholder={t('chooseCategory')}
        options={categories.map((category) => ({
          value: String(category.id),
          label: localName(category, locale),
        }))}
        value={values.categoryId}
        onChange={(event) => onChange({ categoryId: event.target.value })}
        error={errors.categoryId}
      />
      <TextField
        name="title"
        label={t('title')}
        placeholder={t(`titlePlaceholder.${values.section}`)}
        autoComplete="off"
        enterKeyHint="next"
        value={values.title}
        onChange={(event) => onChange({ title: event.target.value })}
        aside={title.aside}
        error={errors.title ?? title.error}
      />
      <TextareaField
        name="body"
        label={t('body')}
        rows={6}
        placeholder={t(`bodyPlaceholder.${values.section}`)}
        value={values.body}
        onChange={(event) => onChange({ body: event.target.value })}
        aside={body.aside}
        error={errors.body ?? body.error}
      />
      <PriceField {...props} />
      <Switch
        name="autoRelist"
        label={t('autoRelist')}
        hint={t('autoRelistHint')}
        checked={values.autoRelist}
        onChange={(event) => onChange({ autoRelist: event.target.checked })}
        error={errors.autoRelist}
      />
    </>
  );
}

/** Characters as people count them, of the text as it will be kept. */
function useCounter(text: string, max: number) {
  const t = useTranslations('itemForm.fields');
  const locale = useLocale();
  const count = countCharacters(text.normalize('NFC').trim());
  const words = t('counter', { count: formatCount(count, locale), max: formatCount(max, locale) });
  const isOver = count > max;
  return {
    aside: isOver ? <span className="font-bold text-danger-ink">{words}</span> : words,
    error: isOver ? t('over', { over: formatCount(count - max, locale) }) : null,
  };
}
