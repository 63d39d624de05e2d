CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Two-syllable Korean words have no usable trigram, so search goes by bigrams. Each word gives every pair of neighbouring
-- characters and its last character alone: a prefix query then finds single characters too.
CREATE FUNCTION search_bigrams(input text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS $$
  SELECT coalesce(array_agg(DISTINCT substr(word, position, 2)), '{}')
  FROM regexp_split_to_table(lower(input), '[[:space:]!-/:-@\[-`{-~·…“”‘’]+') AS word,
       generate_series(1, length(word)) AS position
  WHERE word <> ''
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('MEMBER', 'ADMIN');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('ACTIVE', 'SUSPENDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Section" AS ENUM ('OFFER', 'WANTED');

-- CreateEnum
CREATE TYPE "PriceUnit" AS ENUM ('HOUR', 'DAY', 'MONTH');

-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('AVAILABLE', 'RENTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "UploadStatus" AS ENUM ('ISSUED', 'READY', 'REJECTED');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('TEXT', 'EVENT');

-- CreateEnum
CREATE TYPE "RentalStatus" AS ENUM ('REQUESTED', 'ACCEPTED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'ACTIVE', 'ENDED');

-- CreateEnum
CREATE TYPE "AlertKind" AS ENUM ('MESSAGE', 'RENTAL_REQUESTED', 'RENTAL_ACCEPTED', 'RENTAL_REJECTED', 'RENTAL_CANCELLED', 'RENTAL_EXPIRED', 'RENTAL_STARTED', 'RENTAL_ENDED', 'REVIEW_RECEIVED');

-- CreateEnum
CREATE TYPE "ReportCategory" AS ENUM ('PROHIBITED', 'NOT_RENTAL', 'PROFESSIONAL', 'FRAUD', 'OTHER');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'CLAIMED', 'UPHELD', 'DISMISSED');

-- CreateEnum
CREATE TYPE "FeedbackStatus" AS ENUM ('OPEN', 'DONE');

-- CreateEnum
CREATE TYPE "EmailTokenPurpose" AS ENUM ('VERIFY_EMAIL', 'RESET_PASSWORD');

-- CreateTable
CREATE TABLE "Province" (
    "code" VARCHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "sortOrder" INTEGER NOT NULL,

    CONSTRAINT "Province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Region" (
    "code" VARCHAR(5) NOT NULL,
    "provinceCode" VARCHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "sortOrder" INTEGER NOT NULL,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" CITEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "nickname" CITEXT,
    "regionCode" VARCHAR(5),
    "role" "Role" NOT NULL DEFAULT 'MEMBER',
    "status" "UserStatus" NOT NULL DEFAULT 'ACTIVE',
    "suspendedReason" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "avatarImageId" UUID,
    "reviewCount" INTEGER NOT NULL DEFAULT 0,
    "starSum" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "EmailTokenPurpose" NOT NULL,
    "email" CITEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmailToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "response" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","operation","key")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Marker" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Marker_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "status" "UploadStatus" NOT NULL DEFAULT 'ISSUED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "uploadId" UUID,
    "itemId" UUID,
    "position" INTEGER,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "originalBytes" INTEGER NOT NULL,
    "blurDataUrl" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "section" "Section" NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "regionCode" VARCHAR(5) NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "priceWon" INTEGER,
    "priceUnit" "PriceUnit" NOT NULL,
    "status" "ItemStatus" NOT NULL DEFAULT 'AVAILABLE',
    "autoRelist" BOOLEAN NOT NULL DEFAULT true,
    "rentedUntil" TIMESTAMPTZ(3),
    "coverImageId" UUID,
    "coverBlur" TEXT,
    "coverColor" TEXT,
    "imageCount" INTEGER NOT NULL DEFAULT 0,
    "bookmarkCount" INTEGER NOT NULL DEFAULT 0,
    "inquiryCount" INTEGER NOT NULL DEFAULT 0,
    "listedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hiddenAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "submissionId" UUID,
    "searchVector" tsvector GENERATED ALWAYS AS (array_to_tsvector(search_bigrams("title" || ' ' || "body"))) STORED,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bookmark" (
    "userId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Bookmark_pkey" PRIMARY KEY ("userId","itemId")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "inquirerId" UUID NOT NULL,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastKind" "MessageKind",
    "lastBody" TEXT,
    "lastEvent" JSONB,
    "lastSenderId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomMember" (
    "roomId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "readSeq" INTEGER NOT NULL DEFAULT 0,
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoomMember_pkey" PRIMARY KEY ("roomId","userId")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "senderId" UUID,
    "clientId" VARCHAR(64) NOT NULL,
    "kind" "MessageKind" NOT NULL DEFAULT 'TEXT',
    "body" TEXT NOT NULL,
    "event" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rental" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "inquirerId" UUID NOT NULL,
    "lenderId" UUID NOT NULL,
    "renterId" UUID NOT NULL,
    "status" "RentalStatus" NOT NULL DEFAULT 'REQUESTED',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "priceUnit" "PriceUnit" NOT NULL,
    "units" INTEGER NOT NULL,
    "unitPriceWon" INTEGER,
    "totalWon" INTEGER,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "activatedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rental_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RentalEvent" (
    "id" UUID NOT NULL,
    "rentalId" UUID NOT NULL,
    "fromStatus" "RentalStatus",
    "toStatus" "RentalStatus" NOT NULL,
    "actorId" UUID,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RentalEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "rentalId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "reviewedId" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "messageId" UUID,
    "category" "ReportCategory" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "status" "ReportStatus" NOT NULL DEFAULT 'OPEN',
    "claimedById" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "FeedbackStatus" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "AlertKind" NOT NULL,
    "senderId" UUID,
    "roomId" UUID,
    "itemId" UUID,
    "rentalId" UUID,
    "title" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditLog" (
    "id" UUID NOT NULL,
    "adminId" UUID,
    "action" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Block" (
    "blockerId" UUID NOT NULL,
    "blockedId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("blockerId","blockedId")
);

-- CreateIndex
CREATE INDEX "Region_provinceCode_sortOrder_idx" ON "Region"("provinceCode", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Category_name_key" ON "Category"("name");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_nickname_key" ON "User"("nickname");

-- CreateIndex
CREATE UNIQUE INDEX "User_avatarImageId_key" ON "User"("avatarImageId");

-- CreateIndex
CREATE INDEX "User_createdAt_id_idx" ON "User"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_tokenHash_key" ON "RefreshToken"("tokenHash");

-- CreateIndex
CREATE INDEX "RefreshToken_familyId_idx" ON "RefreshToken"("familyId");

-- CreateIndex
CREATE INDEX "RefreshToken_userId_idx" ON "RefreshToken"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "EmailToken_tokenHash_key" ON "EmailToken"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailToken_userId_purpose_idx" ON "EmailToken"("userId", "purpose");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_key_key" ON "Upload"("key");

-- CreateIndex
CREATE INDEX "Upload_status_createdAt_idx" ON "Upload"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Upload_userId_createdAt_idx" ON "Upload"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Image_uploadId_key" ON "Image"("uploadId");

-- CreateIndex
CREATE INDEX "Image_itemId_position_idx" ON "Image"("itemId", "position");

-- CreateIndex
CREATE INDEX "Image_ownerId_idx" ON "Image"("ownerId");

-- CreateIndex
CREATE INDEX "Item_authorId_listedAt_id_idx" ON "Item"("authorId", "listedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Item_authorId_submissionId_key" ON "Item"("authorId", "submissionId");

-- CreateIndex
CREATE INDEX "Bookmark_userId_createdAt_itemId_idx" ON "Bookmark"("userId", "createdAt" DESC, "itemId" DESC);

-- CreateIndex
CREATE INDEX "Bookmark_itemId_idx" ON "Bookmark"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Room_itemId_inquirerId_key" ON "Room"("itemId", "inquirerId");

-- CreateIndex
CREATE INDEX "RoomMember_userId_lastMessageAt_roomId_idx" ON "RoomMember"("userId", "lastMessageAt" DESC, "roomId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Message_roomId_seq_key" ON "Message"("roomId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Message_roomId_senderId_clientId_key" ON "Message"("roomId", "senderId", "clientId");

-- CreateIndex
CREATE INDEX "Rental_roomId_createdAt_id_idx" ON "Rental"("roomId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Rental_lenderId_updatedAt_id_idx" ON "Rental"("lenderId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Rental_renterId_updatedAt_id_idx" ON "Rental"("renterId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Rental_itemId_startsAt_idx" ON "Rental"("itemId", "startsAt");

-- CreateIndex
CREATE INDEX "RentalEvent_rentalId_createdAt_id_idx" ON "RentalEvent"("rentalId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Review_itemId_createdAt_id_idx" ON "Review"("itemId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Review_reviewedId_createdAt_id_idx" ON "Review"("reviewedId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Review_reviewerId_idx" ON "Review"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_rentalId_reviewerId_key" ON "Review"("rentalId", "reviewerId");

-- CreateIndex
CREATE INDEX "Report_status_createdAt_id_idx" ON "Report"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Report_itemId_idx" ON "Report"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_reporterId_itemId_key" ON "Report"("reporterId", "itemId");

-- CreateIndex
CREATE INDEX "Feedback_createdAt_id_idx" ON "Feedback"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Feedback_userId_idx" ON "Feedback"("userId");

-- CreateIndex
CREATE INDEX "Alert_userId_createdAt_id_idx" ON "Alert"("userId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditLog_createdAt_id_idx" ON "AuditLog"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditLog_targetType_targetId_idx" ON "AuditLog"("targetType", "targetId");

-- CreateIndex
CREATE INDEX "Block_blockedId_idx" ON "Block"("blockedId");

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_avatarImageId_fkey" FOREIGN KEY ("avatarImageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailToken" ADD CONSTRAINT "EmailToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_inquirerId_fkey" FOREIGN KEY ("inquirerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomMember" ADD CONSTRAINT "RoomMember_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomMember" ADD CONSTRAINT "RoomMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rental" ADD CONSTRAINT "Rental_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rental" ADD CONSTRAINT "Rental_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rental" ADD CONSTRAINT "Rental_lenderId_fkey" FOREIGN KEY ("lenderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rental" ADD CONSTRAINT "Rental_renterId_fkey" FOREIGN KEY ("renterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RentalEvent" ADD CONSTRAINT "RentalEvent_rentalId_fkey" FOREIGN KEY ("rentalId") REFERENCES "Rental"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RentalEvent" ADD CONSTRAINT "RentalEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_rentalId_fkey" FOREIGN KEY ("rentalId") REFERENCES "Rental"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewedId_fkey" FOREIGN KEY ("reviewedId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_rentalId_fkey" FOREIGN KEY ("rentalId") REFERENCES "Rental"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditLog" ADD CONSTRAINT "AuditLog_adminId_fkey" FOREIGN KEY ("adminId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_blockedId_fkey" FOREIGN KEY ("blockedId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What must never happen
-- ---------------------------------------------------------------------------------------------------------------------

-- Two accepted or running rentals of one item never overlap, whoever races.
ALTER TABLE "Rental" ADD CONSTRAINT "Rental_no_overlap"
  EXCLUDE USING gist ("itemId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&)
  WHERE ("status" IN ('ACCEPTED', 'ACTIVE'));
-- A rental that is overdue lies past its own stored end: the next one cannot begin before it is back.
CREATE UNIQUE INDEX "Rental_one_active_an_item" ON "Rental" ("itemId") WHERE "status" = 'ACTIVE';
CREATE UNIQUE INDEX "Rental_one_open_request" ON "Rental" ("itemId", "inquirerId") WHERE "status" = 'REQUESTED';
ALTER TABLE "Rental"
  ADD CONSTRAINT "Rental_not_with_oneself" CHECK ("lenderId" <> "renterId" AND "authorId" <> "inquirerId"),
  ADD CONSTRAINT "Rental_parties" CHECK (
    ("authorId" = "lenderId" AND "inquirerId" = "renterId") OR ("authorId" = "renterId" AND "inquirerId" = "lenderId")),
  ADD CONSTRAINT "Rental_period" CHECK (
    "endsAt" >= "startsAt" + interval '1 hour' AND "endsAt" <= "startsAt" + interval '367 days'),
  ADD CONSTRAINT "Rental_quote" CHECK (
    "units" >= 1 AND ("unitPriceWon" IS NULL) = ("totalWon" IS NULL)
    AND ("totalWon" IS NULL OR "totalWon"::bigint = "units"::bigint * "unitPriceWon"));

ALTER TABLE "User"
  ADD CONSTRAINT "User_email" CHECK (char_length("email"::text) <= 50),
  ADD CONSTRAINT "User_nickname" CHECK ("nickname"::text ~ '^[0-9A-Za-z가-힣ㄱ-ㅎㅏ-ㅣ]{2,10}$'),
  ADD CONSTRAINT "User_withdrawn" CHECK (
    CASE WHEN "status" = 'WITHDRAWN'
      THEN "email" IS NULL AND "nickname" IS NULL AND "passwordHash" IS NULL AND "withdrawnAt" IS NOT NULL
      ELSE "nickname" IS NOT NULL AND "withdrawnAt" IS NULL END),
  ADD CONSTRAINT "User_score" CHECK (
    "reviewCount" >= 0 AND "starSum" BETWEEN "reviewCount" AND "reviewCount" * 5);

ALTER TABLE "Item"
  ADD CONSTRAINT "Item_title" CHECK (char_length("title") BETWEEN 1 AND 184),
  ADD CONSTRAINT "Item_body" CHECK (char_length("body") BETWEEN 1 AND 8000),
  ADD CONSTRAINT "Item_price" CHECK ("priceWon" BETWEEN 0 AND 10000000),
  ADD CONSTRAINT "Item_counts" CHECK ("bookmarkCount" >= 0 AND "inquiryCount" >= 0 AND "imageCount" BETWEEN 0 AND 5),
  ADD CONSTRAINT "Item_cover" CHECK (("coverImageId" IS NULL) = ("imageCount" = 0)),
  ADD CONSTRAINT "Item_rented_until" CHECK (("rentedUntil" IS NOT NULL) = ("status" = 'RENTED'));

ALTER TABLE "Image"
  ADD CONSTRAINT "Image_position" CHECK ("position" BETWEEN 0 AND 4),
  ADD CONSTRAINT "Image_size" CHECK ("width" > 0 AND "height" > 0 AND "originalBytes" BETWEEN 1 AND 52428800),
  ADD CONSTRAINT "Image_place" UNIQUE ("itemId", "position") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "Image_unused" ON "Image" ("createdAt") WHERE "itemId" IS NULL;

ALTER TABLE "Room" ADD CONSTRAINT "Room_of_two" CHECK ("authorId" <> "inquirerId"),
  ADD CONSTRAINT "Room_seq" CHECK ("lastSeq" >= 0);
ALTER TABLE "RoomMember" ADD CONSTRAINT "RoomMember_read" CHECK ("readSeq" >= 0);
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_seq" CHECK ("seq" >= 1),
  ADD CONSTRAINT "Message_body" CHECK (char_length("body") BETWEEN 1 AND 8000),
  ADD CONSTRAINT "Message_event" CHECK (("kind" = 'EVENT') = ("event" IS NOT NULL));
CREATE UNIQUE INDEX "Message_by_system" ON "Message" ("roomId", "clientId") WHERE "senderId" IS NULL;

ALTER TABLE "Review"
  ADD CONSTRAINT "Review_stars" CHECK ("stars" BETWEEN 1 AND 5),
  ADD CONSTRAINT "Review_body" CHECK (char_length("body") BETWEEN 1 AND 2400),
  ADD CONSTRAINT "Review_of_another" CHECK ("reviewerId" <> "reviewedId");
ALTER TABLE "Report"
  ADD CONSTRAINT "Report_text" CHECK (
    char_length("text") <= 4096 AND ("category" <> 'OTHER' OR char_length("text") >= 1));
ALTER TABLE "Feedback"
  ADD CONSTRAINT "Feedback_title" CHECK (char_length("title") BETWEEN 1 AND 560),
  ADD CONSTRAINT "Feedback_body" CHECK (char_length("body") BETWEEN 1 AND 4096);
ALTER TABLE "Block" ADD CONSTRAINT "Block_another" CHECK ("blockerId" <> "blockedId");

-- History is only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "AuditLog_append_only" BEFORE UPDATE OR DELETE ON "AuditLog"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RentalEvent_append_only" BEFORE UPDATE OR DELETE ON "RentalEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- Indexes that serve a filter and the order together
-- ---------------------------------------------------------------------------------------------------------------------
CREATE INDEX "Item_search" ON "Item" USING gin ("searchVector") WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL;
CREATE INDEX "Item_available" ON "Item" ("section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL AND "status" = 'AVAILABLE';
CREATE INDEX "Item_available_in_region" ON "Item" ("regionCode", "section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL AND "status" = 'AVAILABLE';
CREATE INDEX "Item_available_in_category" ON "Item" ("categoryId", "section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL AND "status" = 'AVAILABLE';
CREATE INDEX "Item_listed" ON "Item" ("section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL;
CREATE INDEX "Item_listed_in_region" ON "Item" ("regionCode", "section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL;
CREATE INDEX "Alert_unread" ON "Alert" ("userId", "roomId") WHERE "readAt" IS NULL;
CREATE INDEX "Rental_to_expire" ON "Rental" ("expiresAt") WHERE "status" = 'REQUESTED';
CREATE INDEX "Rental_to_start" ON "Rental" ("startsAt") WHERE "status" = 'ACCEPTED';
