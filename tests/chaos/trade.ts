import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { variantUrl } from '@/lib/features/images/variants';
import { plainPicture } from '@/tests/factories/pictures';
import type { Answer, Caller } from './caller';

/** What two people were told was done. */
export interface Deals {
  /** title of each item that a post was acknowledged for, and its id */
  items: { title: string; itemId: string; imageUrl: string | null }[];
  /** titles that were posted, whatever came of it */
  titles: string[];
  accepted: { rentalId: string; itemId: string }[];
  requested: { rentalId: string; roomId: string }[];
  /** answers that nobody expects: method, path, status, body */
  surprises: string[];
}

const HOUR_MS = 3_600_000;
const PAUSE_MS = 200;

/** A lender posts, with a picture now and then; two renters ask for the same days; both are accepted at once; once and again. */
export async function trade(
  lender: Caller,
  renters: [Caller, Caller],
  isOver: () => boolean,
): Promise<Deals> {
  const deals: Deals = { items: [], titles: [], accepted: [], requested: [], surprises: [] };
  const picture = await plainPicture();
  for (let turn = 0; !isOver(); turn += 1) {
    try {
      await oneDeal(turn, deals, picture, lender, renters);
    } catch (error) {
      deals.surprises.push(error instanceof Error ? error.message : String(error));
    }
    await sleep(PAUSE_MS);
  }
  return deals;
}

async function oneDeal(
  turn: number,
  deals: Deals,
  picture: Buffer,
  lender: Caller,
  renters: [Caller, Caller],
) {
  const uploadKey = turn % 3 === 0 ? await upload(lender, picture) : null;
  const title = randomUUID().slice(0, 18);
  deals.titles.push(title);
  const posted = expectStatus(
    201,
    await lender.insist('POST', '/api/v1/items', {
      section: 'OFFER',
      categoryId: 1,
      title,
      body: '튼튼해요',
      priceWon: 1_000,
      priceUnit: 'DAY',
      autoRelist: true,
      images: uploadKey ? [{ uploadKey }] : [],
    }),
  ) as { id: string; images: { baseUrl: string }[] };
  deals.items.push({
    title,
    itemId: posted.id,
    imageUrl: posted.images[0] ? variantUrl(posted.images[0].baseUrl, 320) : null,
  });
  const startsAt = new Date(Date.now() + 24 * HOUR_MS).toISOString();
  const endsAt = new Date(Date.now() + 48 * HOUR_MS).toISOString();
  const rentals = await Promise.all(
    renters.map(async (renter) => {
      const room = expectStatus(201, await renter.insist('POST', '/api/v1/rooms', { itemId: posted.id })) as {
        id: string;
      };
      const rental = expectStatus(
        201,
        await renter.insist('POST', '/api/v1/rentals', { roomId: room.id, startsAt, endsAt }),
      ) as { id: string };
      deals.requested.push({ rentalId: rental.id, roomId: room.id });
      return rental.id;
    }),
  );
  const accepted = await Promise.all(rentals.map((rentalId) => accept(lender, rentalId)));
  const winners = rentals.filter((_id, index) => accepted[index]);
  if (winners.length !== 1)
    deals.surprises.push(`${winners.length} of 2 requests for the same days were accepted`);
  for (const rentalId of winners) deals.accepted.push({ rentalId, itemId: posted.id });
}

/** A move has no key: after an answer that was lost, what the rental is says whether it was done. */
async function accept(lender: Caller, rentalId: string): Promise<boolean> {
  const answer = await lender.insist('POST', `/api/v1/rentals/${rentalId}/accept`);
  if (answer.status === 200) return true;
  if (answer.status !== 409) throw unexpected(answer);
  const now = expectStatus(200, await lender.insist('GET', `/api/v1/rentals/${rentalId}`)) as {
    status: string;
  };
  return now.status === 'ACCEPTED';
}

/** @returns null when the lender has uploaded as much as an hour allows */
async function upload(lender: Caller, picture: Buffer): Promise<string | null> {
  const wanted = { contentType: 'image/jpeg', bytes: picture.length };
  for (;;) {
    const answer = await lender.insist('POST', '/api/v1/uploads', wanted);
    if (answer.status === 429) return null;
    const issued = expectStatus(201, answer) as { key: string; url: string; fields: Record<string, string> };
    const form = new FormData();
    for (const [name, value] of Object.entries(issued.fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }));
    const sent = await fetch(issued.url, {
      method: 'POST',
      body: form,
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if (sent?.ok) return issued.key;
    await sleep(PAUSE_MS);
  }
}

function expectStatus(status: number, answer: Answer): unknown {
  if (answer.status !== status) throw unexpected(answer);
  return answer.body;
}

function unexpected({ status, body }: Answer): Error {
  return new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
}
