import { Client } from 'pg';
import { COMMON_WORD, RARE_WORD } from './words';

export interface ListCase {
  name: string;
  /** of GET /api/v1/items, in the query language that both servers read */
  query: string;
}

/** The lists that are measured, with the commonest district and category of this database. */
export async function listCases(databaseUrl: string): Promise<ListCase[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const ask = async (text: string) => (await client.query<{ value: string }>(text)).rows[0]?.value ?? '';
  const region = await ask(
    `SELECT "regionCode" AS value FROM "Item" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const category = await ask(
    `SELECT c."slug" AS value FROM "Item" i JOIN "Category" c ON c."id" = i."categoryId" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const deep = await ask(
    `SELECT floor(extract(epoch FROM "listedAt") * 1000)::bigint || '_' || "id" AS value FROM "Item"
     WHERE "status" = 'AVAILABLE' AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
     ORDER BY "listedAt" DESC, "id" DESC OFFSET 5999 LIMIT 1`,
  );
  await client.end();
  const word = encodeURIComponent;
  return [
    { name: 'first page', query: '' },
    { name: 'a district', query: `?region=${region}` },
    { name: 'a category and a section', query: `?category=${category}&section=OFFER` },
    { name: 'a rare word', query: `?q=${word(RARE_WORD)}` },
    { name: 'a common word', query: `?q=${word(COMMON_WORD)}` },
    { name: 'a rare and a common word', query: `?q=${word(`${COMMON_WORD} ${RARE_WORD}`)}` },
    { name: 'page 500', query: `?cursor=${deep}` },
  ];
}
