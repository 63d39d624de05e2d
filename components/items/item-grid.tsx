import type { ComponentProps } from 'react';

/** Two cards a row on phones, four on wide screens. */
export function ItemGrid(props: ComponentProps<'ul'>) {
  return (
    <ul
      {...props}
      className="grid grid-cols-2 gap-x-3 gap-y-7 md:grid-cols-3 md:gap-x-5 md:gap-y-10 lg:grid-cols-4"
    />
  );
}
