import { z } from 'zod';

/** Numbers of a query string are texts; a text that is no number stays one, for the verb to refuse at its field. */
const number = z.string().transform((text) => (/^-?\d{1,10}$/.test(text) ? Number(text) : text));

export const pageQuery = z.object({
  cursor: z.string().optional().meta({ description: '`nextCursor` of the page before' }),
  limit: number.optional().meta({ description: '1 to 50' }),
});

export const itemsQuery = pageQuery.extend({
  q: z.string().optional().meta({ description: 'words to search for' }),
  section: z.string().optional().meta({ description: 'OFFER or WANTED' }),
  category: z.string().optional().meta({ description: 'slug of a category' }),
  region: z.string().optional().meta({ description: '5 digits: a 시/군/구; 2 digits: a 시/도' }),
  author: z.string().optional().meta({ description: 'id of a member' }),
  status: z
    .string()
    .optional()
    .meta({ description: '`available` (as when left out), or `all` for those on rent and closed as well' }),
});

export const rentalsQuery = pageQuery.extend({
  state: z.string().optional().meta({ description: '`ongoing` (as when left out) or `closed`' }),
});

export const messagesQuery = z.object({
  cursor: z.string().optional().meta({ description: '`nextCursor` of the page before: older messages' }),
  afterSeq: number.optional().meta({ description: 'messages after this seq instead, oldest first' }),
  limit: number.optional().meta({ description: '1 to 100' }),
});
