import { useLocale, useTranslations } from 'next-intl';
import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { caretAfterFormat, priceOf, toPriceText } from '@/lib/features/items/price-text';
import { PRICE_UNITS, type PriceUnit } from '@/lib/features/items/schemas';
import { formatWon } from '@/lib/format/won';
import type { ItemFieldsProps } from './item-fields';

/** 「가격」, 「가격 단위」 and 가격 협의. The price shows its separators while it is typed. */
export function PriceField({ values, errors, onChange }: ItemFieldsProps) {
  const t = useTranslations('itemForm.fields');
  const { ref, onPriceInput } = usePriceInput((priceText) => onChange({ priceText }));
  return (
    <div className="flex flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-x-3">
        <TextField
          ref={ref}
          name="priceWon"
          label={t('price')}
          inputMode="numeric"
          autoComplete="off"
          suffix={t('won')}
          value={values.isOpenPrice ? '' : values.priceText}
          placeholder={values.isOpenPrice ? t('openPrice') : undefined}
          disabled={values.isOpenPrice}
          onChange={onPriceInput}
          hint={usePriceHint(values)}
          error={errors.priceWon}
        />
        <SelectField
          name="priceUnit"
          label={t('unit')}
          options={PRICE_UNITS.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
          value={values.priceUnit}
          onChange={(event) => onChange({ priceUnit: event.target.value as PriceUnit })}
          error={errors.priceUnit}
        />
      </div>
      <Checkbox
        name="isOpenPrice"
        label={t('openPrice')}
        checked={values.isOpenPrice}
        onChange={(event) => onChange({ isOpenPrice: event.target.checked })}
      />
    </div>
  );
}

function usePriceHint({ isOpenPrice, priceText, priceUnit }: ItemFieldsProps['values']): string {
  const t = useTranslations('itemForm.fields');
  const locale = useLocale();
  const priceWon = priceOf(priceText);
  if (isOpenPrice) return t('openChosen');
  if (priceWon === null) return t('openHint');
  if (priceWon === 0) return t('freeHint');
  return t(`priceHint.${priceUnit}`, { price: formatWon(priceWon, locale) });
}

/** Keeps the caret behind the digit that was typed, whatever separators come and go. */
function usePriceInput(onText: (priceText: string) => void) {
  const ref = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    ref.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function onPriceInput({ target }: ChangeEvent<HTMLInputElement>) {
    const shown = toPriceText(target.value);
    caret.current = caretAfterFormat(target.value, target.selectionStart ?? target.value.length, shown);
    onText(shown);
  }

  return { ref, onPriceInput };
}
