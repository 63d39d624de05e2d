import type { BadgeTone } from '@/components/ui/badge';

/** Rooms where the viewer lends are green, rooms where they rent are blue. */
export function roleTone(isLender: boolean): BadgeTone {
  return isLender ? 'accent' : 'info';
}
