import { z } from 'zod';
import type { AccountView } from '@/lib/features/account/views';
import type { BlockView } from '@/lib/features/blocks/views';
import type { MessageEvent } from '@/lib/features/chat/message-event';
import type { RoomSummary, RoomView } from '@/lib/features/chat/views';
import type { CoverView, ImageView, PresignedUpload } from '@/lib/features/images/views';
import { ITEM_STATUSES, PRICE_UNITS, SECTIONS } from '@/lib/features/items/schemas';
import type { CategoryView, ItemCardView, ItemView } from '@/lib/features/items/views';
import type { ProvinceView } from '@/lib/features/regions/views';
import { RENTAL_STATUSES } from '@/lib/features/rentals/rental-state';
import type { QuoteView, RentalView } from '@/lib/features/rentals/views';
import type { ReviewView } from '@/lib/features/reviews/views';
import { SCORE_BANDS } from '@/lib/features/users/score';
import type { MemberSummary } from '@/lib/features/users/views';
import { ALERT_KINDS, type AlertPayload, type MessagePayload } from '@/lib/realtime/events';

/** Answers of the API. Each is bound to the view that the verb gives: one that drifts does not compile. */
const id = z.guid();
const time = z.iso.datetime().meta({ description: 'ISO 8601, UTC' });
const count = z.int().min(0);
const won = z.int().min(0).nullable();

export function named<S extends z.ZodType>(name: string, schema: S): S {
  return schema.meta({ id: name }) as S;
}

export function pageOf(item: z.ZodType) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'null on the last page' }),
  });
}

const regionSchema = z.strictObject({ code: z.string(), name: z.string(), nameEn: z.string() });

export const provinceSchema: z.ZodType<ProvinceView> = named(
  'Province',
  z.strictObject({ ...regionSchema.shape, shortName: z.string(), regions: z.array(regionSchema) }),
);

export const categorySchema: z.ZodType<CategoryView> = named(
  'Category',
  z.strictObject({ id: z.int(), slug: z.string(), name: z.string(), nameEn: z.string(), icon: z.string() }),
);

const coverShape = { id, baseUrl: z.url(), blurDataUrl: z.string(), color: z.string() };
const coverSchema: z.ZodType<CoverView> = named('Cover', z.strictObject(coverShape));

export const imageSchema: z.ZodType<ImageView> = named(
  'Image',
  z.strictObject({ ...coverShape, width: z.int(), height: z.int() }),
);

export const uploadSchema: z.ZodType<PresignedUpload> = named(
  'Upload',
  z.strictObject({ key: z.string(), url: z.url(), fields: z.record(z.string(), z.string()) }),
);

const memberShape = {
  id,
  nickname: z.string().nullable().meta({ description: 'null: has left' }),
  avatarUrl: z.url().nullable(),
  region: regionSchema.nullable(),
  score: z.int().min(0).max(100).nullable(),
  band: z.enum(SCORE_BANDS),
  reviewCount: count,
};
const memberSchema: z.ZodType<MemberSummary> = named('Member', z.strictObject(memberShape));

export const blockSchema: z.ZodType<BlockView> = named(
  'Block',
  z.strictObject({
    member: z.strictObject({ id, nickname: z.string().nullable(), avatarUrl: z.url().nullable() }),
    createdAt: time,
  }),
);

export const profileSchema = named(
  'Profile',
  z.strictObject({ ...memberShape, nickname: z.string(), createdAt: time, isBlocked: z.boolean() }),
);

const cardShape = {
  id,
  section: z.enum(SECTIONS),
  title: z.string(),
  priceWon: won.meta({ description: 'null: 가격 협의, 0: 무료 대여' }),
  priceUnit: z.enum(PRICE_UNITS),
  status: z.enum(ITEM_STATUSES),
  rentedUntil: time.nullable(),
  region: regionSchema,
  cover: coverSchema.nullable(),
  bookmarkCount: count,
  inquiryCount: count,
  listedAt: time,
};
export const itemCardSchema: z.ZodType<ItemCardView> = named('ItemCard', z.strictObject(cardShape));

export const itemSchema: z.ZodType<ItemView> = named(
  'Item',
  z.strictObject({
    ...cardShape,
    body: z.string(),
    category: categorySchema,
    images: z.array(imageSchema),
    author: memberSchema,
    autoRelist: z.boolean(),
    createdAt: time,
    updatedAt: time,
    viewer: z.strictObject({
      isAuthor: z.boolean(),
      isBookmarked: z.boolean(),
      canBookmark: z.boolean(),
      canInquire: z.boolean(),
      canReport: z.boolean(),
      canRelist: z.boolean(),
      roomId: id.nullable(),
    }),
  }),
);

const quoteShape = {
  priceUnit: z.enum(PRICE_UNITS),
  units: z.int().min(1),
  unitPriceWon: won,
  totalWon: won,
};
export const quoteSchema: z.ZodType<QuoteView> = named('Quote', z.strictObject(quoteShape));

const personSchema = z.strictObject({ id, nickname: z.string().nullable(), avatarUrl: z.url().nullable() });

export const rentalSchema: z.ZodType<RentalView> = named(
  'Rental',
  z.strictObject({
    ...quoteShape,
    id,
    roomId: id,
    item: z.strictObject({ id, title: z.string(), cover: coverSchema.nullable(), isGone: z.boolean() }),
    status: z.enum(RENTAL_STATUSES),
    startsAt: time,
    endsAt: time,
    expiresAt: time,
    endedAt: time.nullable(),
    isLender: z.boolean(),
    isAuthor: z.boolean(),
    partner: personSchema,
    isOverdue: z.boolean(),
    moves: z.array(z.enum(['accept', 'reject', 'cancel', 'handOver', 'end'])),
    isTaken: z.boolean(),
    canRelist: z.boolean(),
    canReview: z.boolean(),
    hasReviewed: z.boolean(),
  }),
);

export const reviewSchema: z.ZodType<ReviewView> = named(
  'Review',
  z.strictObject({
    id,
    stars: z.int().min(1).max(5),
    body: z.string(),
    createdAt: time,
    reviewer: personSchema,
    item: z.strictObject({ id, title: z.string(), isGone: z.boolean() }),
    rental: z.strictObject({ startsAt: time, endsAt: time }),
  }),
);

const eventSchema: z.ZodType<MessageEvent> = z.strictObject({
  type: z.enum([
    'RENTAL_REQUESTED',
    'RENTAL_ACCEPTED',
    'RENTAL_REJECTED',
    'RENTAL_CANCELLED',
    'RENTAL_EXPIRED',
    'RENTAL_STARTED',
    'RENTAL_ENDED',
    'REVIEW_WRITTEN',
  ]),
  rentalId: id,
  startsAt: time,
  endsAt: time,
  totalWon: won,
  reason: z.string().optional(),
});

export const messageSchema: z.ZodType<MessagePayload> = named(
  'Message',
  z.strictObject({
    id,
    roomId: id,
    seq: z.int().min(1).meta({ description: '1, 2, 3, … in a room, without gap' }),
    clientId: z.string(),
    senderId: id.nullable().meta({ description: 'null: written by the system' }),
    kind: z.enum(['TEXT', 'EVENT']),
    body: z.string(),
    event: eventSchema.nullable(),
    createdAt: time,
  }),
);

const roomItemShape = { id, title: z.string(), cover: coverSchema.nullable(), isGone: z.boolean() };

export const roomSummarySchema: z.ZodType<RoomSummary> = named(
  'RoomSummary',
  z.strictObject({
    id,
    item: z.strictObject(roomItemShape),
    partner: personSchema,
    isLender: z.boolean(),
    last: z
      .strictObject({
        kind: z.enum(['TEXT', 'EVENT']),
        body: z.string(),
        event: eventSchema.nullable(),
        isMine: z.boolean(),
      })
      .nullable(),
    lastMessageAt: time,
    lastSeq: count,
    unread: count,
  }),
);

export const roomSchema: z.ZodType<RoomView> = named(
  'Room',
  z.strictObject({
    id,
    item: z.strictObject({
      ...roomItemShape,
      section: z.enum(SECTIONS),
      status: z.enum(ITEM_STATUSES),
      priceWon: won,
      priceUnit: z.enum(PRICE_UNITS),
    }),
    partner: memberSchema,
    isAuthor: z.boolean(),
    isLender: z.boolean(),
    rental: rentalSchema.nullable(),
    canWrite: z.boolean(),
    isBlocked: z.boolean(),
    isBlockedByMe: z.boolean(),
    canRequestRental: z.boolean(),
    canRelist: z.boolean(),
    lastSeq: count,
    readSeq: count,
    partnerReadSeq: count,
  }),
);

export const alertSchema: z.ZodType<AlertPayload> = named(
  'Alert',
  z.strictObject({
    id,
    kind: z.enum(ALERT_KINDS),
    roomId: id.optional(),
    itemId: id.optional(),
    title: z.string(),
    sender: z.string().nullable(),
    createdAt: time,
    readAt: time.nullable(),
  }),
);

export const accountSchema: z.ZodType<AccountView> = named(
  'Account',
  z.strictObject({
    id,
    nickname: z.string(),
    email: z.string().nullable(),
    isEmailVerified: z.boolean(),
    hasPassword: z.boolean(),
    hasKakao: z.boolean(),
    recoveryCodes: z.int().nullable(),
    avatarUrl: z.url().nullable(),
    regionCode: z.string().nullable(),
  }),
);

export const tokensSchema = named(
  'Tokens',
  z.strictObject({
    accessToken: z.string(),
    refreshToken: z.string(),
    tokenType: z.literal('Bearer'),
    expiresIn: z.int().meta({ description: 'seconds until the access token ends' }),
  }),
);

export const problemSchema = named(
  'Problem',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'stable: what programs go by' }),
    detail: z.string().meta({ description: 'in the language of Accept-Language' }),
    requestId: z.string(),
    errors: z
      .array(z.strictObject({ field: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'one for each field that is wrong' }),
  }),
);
