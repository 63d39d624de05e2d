import type { Client } from 'pg';
import { NOUNS, RARE_WORD, WORDS } from './words';

export const BIG_TABLES = ['Item', 'Image', 'Bookmark', 'Message', 'Room', 'RoomMember', 'User', 'Alert'];

/**
 * Fills a migrated database with `items` items (3 pictures and 3 bookmarks each, districts, categories and words by
 * Zipf), 10,000 rooms of 20 messages, one room of 10,000, and a member with 500 rooms and 500 alerts (the other inquirers have theirs too). Rows go in without
 * triggers and secondary indexes, which are made anew at the end.
 */
export async function generate(client: Client, items: number): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.schemaname = 'public' AND i.tablename = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
    [BIG_TABLES],
  );
  await client.query(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SELECT setseed(0.5)`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  for (const statement of statements(items)) await client.query(statement);
  for (const { definition } of indexes) await client.query(definition);
  await client.query('RESET session_replication_role');
  await client.query('ANALYZE');
}

const ROOMS = 10_000;
const LONG_ROOM = 10_000;

/** uuid of the n-th row of a kind: readable, and found again without a query. */
export function benchId(kind: number, n: number): string {
  return `${String(kind).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

const id = (kind: number, n: string) =>
  `('${String(kind).padStart(8, '0')}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const array = (words: readonly string[]) => `ARRAY[${words.map((word) => `'${word}'`).join(', ')}]`;
/** The place of a draw among n, small ones oftener. */
const zipf = (n: string) => `floor(power(${n}, random()))::int`;

function statements(items: number): string[] {
  const members = Math.max(2_000, Math.round(items / 20));
  const [offer, wanted] = ['OFFER', 'WANTED'];
  return [
    `INSERT INTO "User" ("id", "email", "nickname", "regionCode", "reviewCount", "starSum", "createdAt")
     SELECT ${id(1, 'n')}, 'u' || n || '@example.com', 'u' || n, region.codes[${zipf('array_length(region.codes, 1)')}],
       3, 13, now() - n * interval '1 minute'
     FROM generate_series(1, ${members}) n, (SELECT array_agg("code" ORDER BY md5("code")) AS codes FROM "Region") region`,
    `INSERT INTO "Item" ("id", "authorId", "section", "categoryId", "regionCode", "title", "body", "priceWon", "priceUnit",
       "status", "rentedUntil", "coverImageId", "coverBlur", "coverColor", "imageCount", "bookmarkCount", "listedAt", "createdAt")
     SELECT ${id(2, 'n')}, ${id(1, `1 + n % ${members}`)}, CASE WHEN n % 5 = 0 THEN '${wanted}' ELSE '${offer}' END::"Section",
       known.categories[${zipf('array_length(known.categories, 1)')}],
       known.regions[${zipf('array_length(known.regions, 1)')}],
       nouns.words[${zipf(String(NOUNS.length))}] || CASE WHEN n % 50000 = 7 THEN ' ${RARE_WORD}' ELSE ' 빌려요' END,
       text.body, 1000 * (1 + n % 50), 'DAY',
       (CASE WHEN n % 100 < 90 THEN 'AVAILABLE' WHEN n % 100 < 97 THEN 'RENTED' ELSE 'CLOSED' END)::"ItemStatus",
       CASE WHEN n % 100 BETWEEN 90 AND 96 THEN now() + interval '2 days' END,
       ${id(3, 'n * 4')}, 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', '#c8b496', 3, 3,
       now() - n * interval '20 seconds', now() - n * interval '20 seconds'
     FROM generate_series(1, ${items}) n,
       (SELECT (SELECT array_agg("code" ORDER BY md5("code")) FROM "Region") AS regions,
          (SELECT array_agg("id" ORDER BY "sortOrder") FROM "Category") AS categories) known,
       (SELECT ${array(NOUNS)} AS words) nouns,
       LATERAL (SELECT string_agg((${array(WORDS)})[${zipf(String(WORDS.length))}], ' ') AS body
         FROM generate_series(1, 8 + n % 8)) text`,
    `INSERT INTO "Image" ("id", "ownerId", "itemId", "position", "width", "height", "originalBytes", "blurDataUrl", "color", "createdAt")
     SELECT ${id(3, 'n * 4 + place')}, ${id(1, `1 + n % ${members}`)}, ${id(2, 'n')}, place, 1280, 960, 2000000,
       'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', '#c8b496', now()
     FROM generate_series(1, ${items}) n, generate_series(0, 2) place`,
    `INSERT INTO "Bookmark" ("userId", "itemId", "createdAt")
     SELECT ${id(1, `1 + (n * 7 + place * 131) % ${members}`)}, ${id(2, 'n')}, now() - n * interval '20 seconds'
     FROM generate_series(1, ${items}) n, generate_series(1, 3) place ON CONFLICT DO NOTHING`,
    ...rooms(members),
  ];
}

/** Member 1 has 500 of the rooms; room 1 is the long one. */
function rooms(members: number): string[] {
  const inquirer = `CASE WHEN n <= 500 THEN 1 ELSE 2 + n % ${members - 2} END`;
  const author = `2 + (n * 13) % ${members - 2}`;
  const length = `CASE WHEN n = 1 THEN ${LONG_ROOM} ELSE 20 END`;
  return [
    `INSERT INTO "Room" ("id", "itemId", "authorId", "inquirerId", "lastSeq", "lastMessageAt", "lastKind", "lastBody", "lastSenderId")
     SELECT ${id(4, 'n')}, ${id(2, 'n')}, ${id(1, author)}, ${id(1, inquirer)}, ${length}, now() - n * interval '1 minute',
       'TEXT', '네, 그때 봬요.', ${id(1, author)}
     FROM generate_series(1, ${ROOMS}) n WHERE ${author} <> (${inquirer}) ON CONFLICT DO NOTHING`,
    `INSERT INTO "RoomMember" ("roomId", "userId", "readSeq", "lastMessageAt")
     SELECT "id", member, 10, "lastMessageAt" FROM "Room", LATERAL (VALUES ("authorId"), ("inquirerId")) AS two(member)`,
    `INSERT INTO "Message" ("id", "roomId", "seq", "senderId", "clientId", "body", "createdAt")
     SELECT gen_random_uuid(), "id", seq, CASE WHEN seq % 2 = 0 THEN "authorId" ELSE "inquirerId" END, 'm' || seq,
       '안녕하세요, 이번 주말에 빌릴 수 있을까요?', "lastMessageAt" - ("lastSeq" - seq) * interval '10 seconds'
     FROM "Room", LATERAL generate_series(1, "lastSeq") seq`,
    `INSERT INTO "Alert" ("id", "userId", "kind", "senderId", "roomId", "itemId", "title", "createdAt")
     SELECT gen_random_uuid(), "inquirerId", 'MESSAGE', "authorId", "id", "itemId", '전동드릴 빌려요', "lastMessageAt"
     FROM "Room"`,
  ];
}
