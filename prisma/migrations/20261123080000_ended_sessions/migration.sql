-- Sessions that somebody logged out of, until they would have ended by themselves.
CREATE TABLE "EndedSession" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "EndedSession_endsAt_idx" ON "EndedSession"("endsAt");
CREATE INDEX "EndedSession_userId_idx" ON "EndedSession"("userId");
ALTER TABLE "EndedSession" ADD CONSTRAINT "EndedSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
