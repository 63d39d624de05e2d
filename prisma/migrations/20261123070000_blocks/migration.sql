-- While either of a room's two people blocks the other. Writers of messages lock the room, so they see it as it is then.
ALTER TABLE "Room" ADD COLUMN "blockedAt" TIMESTAMPTZ(3);

ALTER TABLE "Block" ADD CONSTRAINT "Block_not_oneself" CHECK ("blockerId" <> "blockedId");

-- Members whom somebody has blocked, last first.
CREATE INDEX "Block_blockerId_createdAt_blockedId_idx" ON "Block"("blockerId", "createdAt" DESC, "blockedId" DESC);

-- A room that is opened while somebody blocks: whichever comes second sees the other (lib/features/blocks/server/lock-pair.ts).
CREATE FUNCTION note_block_of_new_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7431, (hashtextextended(
    least(NEW."authorId", NEW."inquirerId")::text || ' ' || greatest(NEW."authorId", NEW."inquirerId")::text, 0) % 1024)::int);
  IF EXISTS (SELECT 1 FROM "Block" WHERE ("blockerId" = NEW."authorId" AND "blockedId" = NEW."inquirerId")
      OR ("blockerId" = NEW."inquirerId" AND "blockedId" = NEW."authorId")) THEN
    NEW."blockedAt" = NEW."createdAt";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Room_note_block" BEFORE INSERT ON "Room" FOR EACH ROW EXECUTE FUNCTION note_block_of_new_room();
