const TONES = {
  plain: 'text-ink hover:bg-sunken focus-visible:bg-sunken',
  danger: 'text-danger-ink hover:bg-danger-soft focus-visible:bg-danger-soft',
} as const;

export type MenuItemTone = keyof typeof TONES;

export function menuItemStyle(tone: MenuItemTone = 'plain'): string {
  return `flex min-h-12 w-full items-center gap-3 rounded-sm px-3 text-left font-medium transition-colors [&>svg]:size-5 [&>svg]:text-current/70 disabled:opacity-50 ${TONES[tone]}`;
}
