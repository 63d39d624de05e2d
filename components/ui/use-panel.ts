import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

type Panel = {
  ref: RefObject<HTMLDivElement | null>;
  isOpen: boolean;
  onToggle: (event: PanelToggle) => void;
};

type PanelToggle = { target: EventTarget; currentTarget: EventTarget; newState: string };

/**
 * Whether a panel of the browser's own popover is open. On a slow phone people open one before the page's script is there;
 * no event tells of that later, so it is asked once.
 *
 * @param onOpenChange told of each opening and closing
 * @returns beside it `ref` and `onToggle` for the panel's element
 */
export function usePanel(onOpenChange?: (isOpen: boolean) => void): Panel {
  const ref = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  function tell(nowOpen: boolean) {
    setOpen(nowOpen);
    onOpenChange?.(nowOpen);
  }
  const tellOpen = useEffectEvent(() => tell(true));

  useEffect(() => {
    if (ref.current?.matches(':popover-open')) tellOpen();
  }, []);

  const onToggle = ({ target, currentTarget, newState }: PanelToggle) => {
    if (target === currentTarget) tell(newState === 'open');
  };
  return { ref, isOpen, onToggle };
}
