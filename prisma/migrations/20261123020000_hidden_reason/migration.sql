-- Why an admin has hidden an item: its author is told.
ALTER TABLE "Item" ADD COLUMN "hiddenReason" TEXT;
UPDATE "Item" SET "hiddenReason" = '' WHERE "hiddenAt" IS NOT NULL;
ALTER TABLE "Item" ADD CONSTRAINT "Item_hidden_for_a_reason" CHECK (("hiddenAt" IS NULL) = ("hiddenReason" IS NULL));
