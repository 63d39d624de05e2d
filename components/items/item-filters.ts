import { cutText } from '@/lib/core/count-characters';
import { oneLine } from '@/lib/core/one-line';
import { decodeCursor } from '@/lib/core/page';
import type { ListItemsInput, Section } from '@/lib/features/items/schemas';
import { paths } from '@/lib/paths';

/** Everything that narrows a list of items; the address carries all of it. */
export interface ItemFilters {
  path: typeof paths.home | typeof paths.search;
  /** null: both (only a search shows both) */
  section: Section | null;
  /** slug */
  category: string | null;
  /** 5 digits, 2 digits, EVERYWHERE, or null: nothing was said */
  region: string | null;
  withRented: boolean;
  q: string;
}

export const EVERYWHERE = 'all';

export type RawParams = Record<string, string | string[] | undefined>;

/** Filters of an address. What makes no sense counts as not said: a mangled link still shows a list. */
export function readItemFilters(path: ItemFilters['path'], params: RawParams): ItemFilters {
  const region = first(params.region);
  const category = first(params.category);
  return {
    path,
    section: readSection(first(params.section)) ?? (path === paths.home ? 'OFFER' : null),
    category: category && /^[a-z0-9-]{1,60}$/.test(category) ? category : null,
    region: region && (region === EVERYWHERE || /^(\d{2}|\d{5})$/.test(region)) ? region : null,
    withRented: first(params.rented) === '1',
    q: cutText(oneLine(first(params.q) ?? '').trim(), 100),
  };
}

/** Address of a list; a cursor asks for what comes after it. */
export function listHref(filters: ItemFilters, cursor?: string): string {
  const query = new URLSearchParams();
  if (filters.q) query.set('q', filters.q);
  if (filters.section && !(filters.path === paths.home && filters.section === 'OFFER')) {
    query.set('section', filters.section);
  }
  if (filters.category) query.set('category', filters.category);
  if (filters.region) query.set('region', filters.region);
  if (filters.withRented) query.set('rented', '1');
  if (cursor) query.set('cursor', cursor);
  const text = query.toString();
  return text ? `${filters.path}?${text}` : filters.path;
}

/** What the domain is asked for. `ownRegion` stands in when the address says no district. */
export function listInput(filters: ItemFilters, ownRegion: string | null): ListItemsInput {
  const region = filters.region ?? ownRegion;
  return {
    ...(filters.section && { section: filters.section }),
    ...(filters.category && { category: filters.category }),
    ...(region && region !== EVERYWHERE && { region }),
    ...(filters.q && { q: filters.q }),
    includeRented: filters.withRented,
  };
}

/** A cursor of an address; one that nobody handed out counts as none. */
export function readCursor(value: string | string[] | undefined): string | undefined {
  const text = first(value);
  return text && decodeCursor(text) ? text : undefined;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function readSection(text: string | undefined): Section | null {
  return text === 'OFFER' || text === 'WANTED' ? text : null;
}
