import type { ClientBase } from 'pg';
import { IMAGE_WIDTHS } from '@/lib/features/images/variants';
import { imageKey } from '@/lib/storage/keys';

export interface WantedObject {
  key: string;
  contentType: string;
  /** whether an item or a profile shows it: then it must be there */
  isReferredTo: boolean;
  /** null for the original of an upload that nobody has prepared */
  imageId: string | null;
}

interface Row {
  imageId: string | null;
  key: string | null;
  contentType: string;
  isReferredTo: boolean;
}

const PAGE = 500;

/**
 * The objects that rows of the client's transaction name, page by page: every width of every picture, and originals that
 * wait to be prepared. An original may be missing: the browser has not sent it, or it has been prepared since.
 */
export async function* listWantedObjects(client: ClientBase): AsyncGenerator<WantedObject> {
  await client.query(
    `DECLARE wanted NO SCROLL CURSOR FOR
      SELECT image."id"::text AS "imageId", NULL::text AS "key", 'image/webp' AS "contentType",
        image."itemId" IS NOT NULL
          OR EXISTS (SELECT 1 FROM "User" member WHERE member."avatarImageId" = image."id")
          OR EXISTS (SELECT 1 FROM "Item" item WHERE item."coverImageId" = image."id" AND item."deletedAt" IS NULL)
          AS "isReferredTo"
      FROM "Image" image
      UNION ALL
      SELECT NULL, upload."key", upload."contentType", false FROM "Upload" upload
      WHERE upload."status" = 'ISSUED'`,
  );
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${PAGE} FROM wanted`);
    if (rows.length === 0) break;
    for (const row of rows) yield* objectsOf(row);
  }
  await client.query('CLOSE wanted');
}

function* objectsOf({ imageId, key, contentType, isReferredTo }: Row): Generator<WantedObject> {
  if (key !== null) yield { key, contentType, isReferredTo, imageId: null };
  if (imageId === null) return;
  for (const width of IMAGE_WIDTHS)
    yield { key: imageKey(imageId, width), contentType, isReferredTo, imageId };
}
