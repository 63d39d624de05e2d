'use client';

import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { type MenuItemTone, menuItemStyle } from './menu-item-style';
import type { PopoverTrigger } from './popover';
import { SoftLink } from './soft-link';
import { usePanel } from './use-panel';

export type MenuItem = { label: string; icon?: ReactNode; tone?: MenuItemTone } & (
  | { href: string }
  | { onSelect: () => void; isDisabled?: boolean }
);

type MenuProps = {
  trigger: (attributes: PopoverTrigger) => ReactNode;
  label: string;
  items: readonly MenuItem[];
};

/** A short list of actions behind a button, moved through with the arrow keys, Home and End. */
export function Menu({ trigger, label, items }: MenuProps) {
  const id = useId();
  const { ref, isOpen, onToggle } = usePanel((nowOpen) => {
    if (nowOpen && ref.current) menuItems(ref.current)[0]?.focus();
  });

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': isOpen, 'aria-haspopup': 'menu' })}
      <div
        ref={ref}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={moveFocus}
        onToggle={onToggle}
        className="hang-below w-56 rounded-lg bg-raised p-1.5 shadow-float open:animate-rise"
      >
        {items.map((item) => {
          const shared = {
            role: 'menuitem',
            tabIndex: -1,
            className: menuItemStyle(item.tone),
            onClick: () => {
              ref.current?.hidePopover();
              if ('onSelect' in item) item.onSelect();
            },
          };
          const content = (
            <>
              {item.icon}
              {item.label}
            </>
          );
          return 'href' in item ? (
            <SoftLink key={item.label} href={item.href} {...shared}>
              {content}
            </SoftLink>
          ) : (
            <button key={item.label} type="button" disabled={item.isDisabled} {...shared}>
              {content}
            </button>
          );
        })}
      </div>
    </>
  );
}

function menuItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')];
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const items = menuItems(event.currentTarget);
  const at = items.findIndex((item) => item.matches(':focus'));
  const target = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items[(at - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
