-- Codes of an app as the second step of signing in (RFC 6238), and the codes for who has lost the app.
CREATE TABLE "SecondFactor" (
  "userId" UUID NOT NULL,
  "secret" BYTEA NOT NULL,
  "confirmedAt" TIMESTAMPTZ(3),
  "lastStep" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId")
);
CREATE TABLE "RecoveryCode" (
  "userId" UUID NOT NULL,
  "codeHash" TEXT NOT NULL,
  CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("userId", "codeHash")
);
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Without the app's codes there is nothing to recover.
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "SecondFactor"("userId") ON DELETE CASCADE ON UPDATE CASCADE;
