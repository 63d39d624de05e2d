import { cx } from './cx';
import { SoftLink } from './soft-link';

export type Tab = { href: string; label: string; count?: number };

type TabsProps = { label: string; tabs: readonly Tab[]; currentHref: string; className?: string };

/** Tabs that are links: each has an address of its own, and works without script. */
export function Tabs({ label, tabs, currentHref, className }: TabsProps) {
  return (
    <nav aria-label={label} className={cx('border-b border-line', className)}>
      <ul className="scroll-row -mb-px gap-1">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <SoftLink
              href={tab.href}
              aria-current={tab.href === currentHref ? 'page' : undefined}
              className="turns-while-pending flex min-h-12 items-center gap-1.5 border-b-3 border-transparent px-3 font-semibold text-ink-soft transition-colors -outline-offset-3 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && <span className="figures text-sm text-ink-faint">{tab.count}</span>}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
