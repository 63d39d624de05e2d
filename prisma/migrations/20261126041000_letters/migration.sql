-- Letters that are to be written and sent. A row goes once its letter was handed over, or when it is too late.
CREATE TABLE "Letter" (
  "id" UUID NOT NULL,
  "kind" "EmailTokenPurpose" NOT NULL,
  "locale" VARCHAR(5) NOT NULL,
  "sealed" BYTEA NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "nextTryAt" TIMESTAMPTZ(3) NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Letter_nextTryAt_id_idx" ON "Letter"("nextTryAt", "id");
