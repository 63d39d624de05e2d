import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { EMPTY_FORM, type FormAction } from '@/lib/next/form-state';
import { focusFirstFault } from './first-fault';

type Options = {
  /** what to say when the answer did not come */
  offlineMessage: string;
  /** name of the field that gets the focus when no field is marked wrong */
  fallbackField?: string;
};

/**
 * A form that posts to a server action. Without script the browser posts it, and the page comes back with the answer;
 * with script nothing typed is ever reset, a second press while one is under way is ignored, and a lost connection is
 * told in the page.
 */
export function useServerForm(action: FormAction, { offlineMessage, fallbackField }: Options) {
  const ref = useRef<HTMLFormElement>(null);
  const [posted, postAction] = useActionState(action, EMPTY_FORM);
  const [state, setState] = useState(posted);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    const form = ref.current;
    if (!form || (state.message === null && Object.keys(state.fields).length === 0)) return;
    if (focusFirstFault(form) || !fallbackField) return;
    const field = form.elements.namedItem(fallbackField);
    if (field instanceof HTMLInputElement) field.focus();
  }, [state, fallbackField]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      try {
        const answer = await action(state, form);
        startTransition(() => setState(answer));
      } catch (error) {
        unstable_rethrow(error);
        startTransition(() => setState({ ...EMPTY_FORM, message: offlineMessage }));
      }
    });
  }

  /** What was said of a field is over once it is changed. */
  function onInput(event: FormEvent<HTMLFormElement>) {
    const { name } = event.target as HTMLInputElement;
    if (state.done) setState(EMPTY_FORM);
    if (!(name in state.fields)) return;
    const { [name]: _, ...fields } = state.fields;
    setState({ ...state, fields });
  }

  return { state, isPending, formProps: { ref, action: postAction, onSubmit, onInput, noValidate: true } };
}
