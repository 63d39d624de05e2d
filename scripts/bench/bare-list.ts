// The limit that lists are measured against: one prepared statement that returns the rows of a page, made into the same
// JSON, with nothing between but node:http and pg.
import { createServer } from 'node:http';
import { Pool } from 'pg';

interface Row {
  region: object;
  rentedUntil: Date | null;
  listedAt: Date;
  coverImageId: string | null;
  coverBlur: string | null;
  coverColor: string | null;
  id: string;
}

const COLUMNS = `item."id", item."section", item."title", item."priceWon", item."priceUnit", item."status", item."rentedUntil",
  item."coverImageId", item."coverBlur", item."coverColor", item."bookmarkCount", item."inquiryCount", item."listedAt",
  json_build_object('code', region."code", 'name', region."name", 'nameEn', region."nameEn") AS "region"`;

/** Each as somebody would write it who knows which page is asked for. */
function statementOf(query: URLSearchParams): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [];
  const take = (value: unknown) => `$${values.push(value)}`;
  const where = [`item."deletedAt" IS NULL AND item."hiddenAt" IS NULL AND item."status" = 'AVAILABLE'`];
  const section = query.get('section');
  if (query.has('region')) where.push(`item."regionCode" = ${take(query.get('region'))}`);
  if (query.has('category')) {
    where.push(
      `item."categoryId" = (SELECT "id" FROM "Category" WHERE "slug" = ${take(query.get('category'))})`,
    );
  }
  const words = (query.get('q') ?? '').split(' ').filter(Boolean);
  const isRare = words.some((word) => word.length > 4);
  if (isRare) {
    const lexemes = words.flatMap((word) =>
      [...word].slice(1).map((letter, index) => `'${word[index]}${letter}'`),
    );
    where.push(`item."searchVector" @@ ${take(lexemes.join(' & '))}::tsquery`);
  }
  for (const word of words) where.push(`item."title" || ' ' || item."body" ILIKE ${take(`%${word}%`)}`);
  const [at, id] = (query.get('cursor') ?? '').split('_');
  if (at && id) {
    where.push(
      `(item."listedAt", item."id") < (${take(new Date(Number(at)))}::timestamptz, ${take(id)}::uuid)`,
    );
  }
  const sections = section ? [section] : isRare ? [null] : ['OFFER', 'WANTED'];
  const branches = sections.map(
    (one) => `(SELECT item."id", item."listedAt" FROM "Item" item WHERE ${where.join(' AND ')}
      ${one ? `AND item."section" = '${one}'` : ''} ORDER BY item."listedAt" DESC, item."id" DESC LIMIT 13)`,
  );
  const text = `SELECT ${COLUMNS} FROM (${branches.join(' UNION ALL ')}) found JOIN "Item" item ON item."id" = found."id"
    CROSS JOIN LATERAL (SELECT * FROM "Region" WHERE "code" = item."regionCode" OFFSET 0) region ORDER BY found."listedAt" DESC, found."id" DESC LIMIT 13`;
  const name = `list ${[...query.keys()].sort().join(' ')} ${sections.length} ${words.length} ${isRare}`;
  return { name, text, values };
}

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const statements = new Map<string, ReturnType<typeof statementOf>>();

/** What a member opens: one statement each. */
const MEMBERS: Record<string, string> = {
  '/rooms': `SELECT room."id", mine."lastMessageAt", room."lastSeq", room."lastKind", room."lastBody", room."lastEvent",
      room."lastSeq" - mine."readSeq" AS "unread", item."id" AS "itemId", item."title", item."section", item."coverImageId",
      item."coverBlur", item."coverColor", partner."id" AS "partnerId", partner."nickname"::text, partner."avatarImageId"
    FROM "RoomMember" mine JOIN "Room" room ON room."id" = mine."roomId" JOIN "Item" item ON item."id" = room."itemId"
    JOIN "User" partner ON partner."id" = CASE WHEN room."authorId" = $1 THEN room."inquirerId" ELSE room."authorId" END
    WHERE mine."userId" = $1 ORDER BY mine."lastMessageAt" DESC, mine."roomId" DESC LIMIT 21`,
  '/alerts': `SELECT alert."id", alert."kind", alert."roomId", alert."itemId", alert."title", alert."createdAt", alert."readAt",
      sender."nickname"::text AS "sender", (SELECT count(*)::int FROM "Alert" WHERE "userId" = $1 AND "readAt" IS NULL) AS "unread"
    FROM "Alert" alert LEFT JOIN "User" sender ON sender."id" = alert."senderId" WHERE alert."userId" = $1
    ORDER BY alert."createdAt" DESC, alert."id" DESC LIMIT 21`,
  '/messages': `SELECT message."id", message."roomId", message."seq", message."clientId", message."senderId", message."kind",
      message."body", message."event", message."createdAt"
    FROM "RoomMember" mine JOIN LATERAL (SELECT * FROM "Message" WHERE "roomId" = mine."roomId" ORDER BY "seq" DESC LIMIT 50) message ON true
    WHERE mine."userId" = $1 AND mine."roomId" = $2 ORDER BY message."seq"`,
};

async function answerMember(path: string, query: URLSearchParams): Promise<string> {
  const room = query.get('room');
  const values = [query.get('user'), ...(room ? [room] : [])];
  const { rows } = await pool.query({ name: path, text: MEMBERS[path] ?? '', values });
  return JSON.stringify({ data: rows });
}

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  const { pathname, searchParams } = new URL(url, 'http://bare');
  if (pathname in MEMBERS) {
    response.setHeader('content-type', 'application/json');
    return response.end(await answerMember(pathname, searchParams));
  }
  const statement = statements.get(url) ?? statementOf(searchParams);
  statements.set(url, statement);
  const { rows } = await pool.query<Row>(statement);
  const data = rows.slice(0, 12).map(toCard);
  const last = data.at(-1);
  const nextCursor = rows.length > 12 && last ? `${Date.parse(last.listedAt)}_${last.id}` : null;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data, nextCursor }));
});

function toCard({ coverImageId, coverBlur, coverColor, ...row }: Row) {
  return {
    ...row,
    rentedUntil: row.rentedUntil?.toISOString() ?? null,
    listedAt: row.listedAt.toISOString(),
    cover: {
      id: coverImageId,
      baseUrl: `https://bare/images/${coverImageId}`,
      blurDataUrl: coverBlur,
      color: coverColor,
    },
  };
}

server.listen(Number(process.env.PORT), () => console.log('ready'));
