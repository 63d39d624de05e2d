import { type RefObject, useEffect, useRef } from 'react';
import { toPriceText } from '@/lib/features/items/price-text';
import type { ItemValues } from './item-values';

/** Takes over what was typed into the page before its script had come. */
export function useTypedEarly(
  formRef: RefObject<HTMLFormElement | null>,
  onTyped: (typed: Partial<ItemValues>) => void,
) {
  const onTypedRef = useRef(onTyped);
  useEffect(() => {
    if (!formRef.current) return;
    const form = new FormData(formRef.current);
    const textOf = (name: string) => String(form.get(name) ?? '');
    const typed: Partial<ItemValues> = {
      ...(textOf('title') && { title: textOf('title') }),
      ...(textOf('body') && { body: textOf('body') }),
      ...(textOf('categoryId') && { categoryId: textOf('categoryId') }),
      ...(textOf('priceWon') && { priceText: toPriceText(textOf('priceWon')) }),
    };
    if (Object.keys(typed).length > 0) onTypedRef.current(typed);
  }, [formRef]);
}
