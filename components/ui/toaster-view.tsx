'use client';

import { CircleAlert, CircleCheck, Info } from 'lucide';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { Icon } from './icon';
import { onToast, type Toast, takeToasts } from './toast';

export default function ToasterView() {
  useEffect(() => onToast(() => takeToasts().forEach(present)), []);
  return (
    <Sonner
      position="top-center"
      offset={{ top: '5rem' }}
      mobileOffset={{ top: '4.5rem' }}
      icons={{
        success: <Icon of={CircleCheck} />,
        error: <Icon of={CircleAlert} />,
        info: <Icon of={Info} />,
      }}
      toastOptions={{
        unstyled: true,
        duration: 5000,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-md bg-ink px-4 py-3.5 text-sm font-semibold text-paper shadow-float md:w-96 [&_svg]:size-5',
          actionButton: 'ml-auto min-h-9 shrink-0 rounded-sm px-3 font-bold underline underline-offset-4',
        },
      }}
    />
  );
}

function present({ tone, text, action }: Toast) {
  toast[tone](text, { action: action && { label: action.label, onClick: action.onPress } });
}
