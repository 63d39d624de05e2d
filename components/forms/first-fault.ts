const CONTROLS = 'input, select, textarea, button';

/**
 * Moves the focus to the first field of the form that is marked wrong, and into sight.
 *
 * @returns whether there was one
 */
export function focusFirstFault(form: HTMLElement): boolean {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (!wrong) return false;
  const control = wrong.matches(CONTROLS) ? wrong : wrong.querySelector<HTMLElement>(CONTROLS);
  control?.focus({ preventScroll: true });
  // Its label too, and clear of the header that stays.
  (control ?? wrong).scrollIntoView?.({ block: 'center' });
  return true;
}
