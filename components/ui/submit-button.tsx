'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** The button of a form whose action runs on the server: pending for as long as the action does. */
export function SubmitButton({ isPending, ...rest }: Omit<ButtonProps, 'type'>) {
  const { pending } = useFormStatus();
  return <Button {...rest} type="submit" isPending={isPending || pending} />;
}
