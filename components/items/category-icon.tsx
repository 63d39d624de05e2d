import { Package } from 'lucide-react';

/** placeholder */
export function CategoryIcon({ name }: { name: string }) {
  return <Package aria-hidden="true" data-name={name} />;
}
