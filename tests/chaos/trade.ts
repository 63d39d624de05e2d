import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { variantUrl } from '@/lib/features/images/variants';
import { plainPicture } from '@/tests/factories/pictures';
import type { Answer, Caller } from './caller';

/** What people were told was done. */
export interface Deals {
  /** title of each item that a post was acknowledged for, and its id */
  items: { title: string; itemId: string; imageUrl: string | null }[];
  /** titles that were posted, whatever came of it */
  titles: string[];
  /** pictures that the bucket took */
  uploads: number;
  accepted: { rentalId: string; roomId: string }[];
  requested: { rentalId: string; roomId: string; renter: Caller }[];
  /** answers that nobody expects: method, path, status, body */
  surprises: string[];
}

/** One member's two windows, on one process each. */
export interface Lender {
  here: Caller;
  there: Caller;
}

const HOUR_MS = 3_600_000;
const PAUSE_MS = 200;
/** Whoever cannot upload tries again like a person does: failed tries count, and 30 an hour are allowed. */
const UPLOAD_PAUSE_MS = 1_000;

/**
 * A lender posts, with a picture now and then; two renters ask for the same days; both are accepted at once, on two
 * processes; then another lender does.
 */
export async function trade(
  lenders: readonly Lender[],
  renters: readonly [Caller, Caller],
  isOver: () => boolean,
): Promise<Deals> {
  const deals: Deals = { items: [], titles: [], uploads: 0, accepted: [], requested: [], surprises: [] };
  const picture = await plainPicture();
  for (let turn = 0; !isOver(); turn += 1) {
    const lender = lenders[turn % lenders.length];
    try {
      if (lender) await oneDeal(deals, turn % 3 === 0 ? picture : null, lender, renters);
    } catch (error) {
      deals.surprises.push(error instanceof Error ? error.message : String(error));
    }
    await sleep(PAUSE_MS);
  }
  return deals;
}

async function oneDeal(
  deals: Deals,
  picture: Buffer | null,
  lender: Lender,
  renters: readonly [Caller, Caller],
) {
  const itemId = await post(deals, lender.here, picture);
  const rentals = await Promise.all(renters.map((renter) => ask(deals, renter, itemId)));
  const accepted = await Promise.all(
    rentals.map(({ rentalId }, index) => accept(index === 0 ? lender.here : lender.there, rentalId)),
  );
  const winners = rentals.filter((_rental, index) => accepted[index]);
  if (winners.length !== 1)
    deals.surprises.push(`${winners.length} of 2 requests for the same days were accepted`);
  deals.accepted.push(...winners);
}

async function post(deals: Deals, lender: Caller, picture: Buffer | null): Promise<string> {
  const uploadKey = picture && (await upload(lender, picture));
  if (uploadKey) deals.uploads += 1;
  const title = randomUUID().slice(0, 18);
  deals.titles.push(title);
  const { id: itemId, images } = expectStatus(
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
  deals.items.push({ title, itemId, imageUrl: images[0] ? variantUrl(images[0].baseUrl, 320) : null });
  return itemId;
}

async function ask(deals: Deals, renter: Caller, itemId: string) {
  const startsAt = new Date(Date.now() + 24 * HOUR_MS).toISOString();
  const endsAt = new Date(Date.now() + 48 * HOUR_MS).toISOString();
  const room = await renter.insist('POST', '/api/v1/rooms', { itemId });
  const { id: roomId } = expectStatus(201, room) as { id: string };
  const rental = await renter.insist('POST', '/api/v1/rentals', { roomId, startsAt, endsAt });
  const { id: rentalId } = expectStatus(201, rental) as { id: string };
  deals.requested.push({ rentalId, roomId, renter });
  return { rentalId, roomId };
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

async function upload(lender: Caller, picture: Buffer): Promise<string> {
  const wanted = { contentType: 'image/jpeg', bytes: picture.length };
  for (;;) {
    const answer = await lender.insist('POST', '/api/v1/uploads', wanted);
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
    await sleep(UPLOAD_PAUSE_MS);
  }
}

function expectStatus(status: number, answer: Answer): unknown {
  if (answer.status !== status) throw unexpected(answer);
  return answer.body;
}

function unexpected({ status, body }: Answer): Error {
  return new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
}
