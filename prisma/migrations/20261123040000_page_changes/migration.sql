-- What visitors' pages show has changed: one row for each thing and transaction. A page that was made from a snapshot
-- holds while no row of its tags is outside that snapshot (docs/decisions/0016). Rows go after ten minutes.
CREATE TABLE "PageChange" (
  "id" BIGSERIAL PRIMARY KEY,
  "tag" TEXT NOT NULL,
  "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id(),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "PageChange_tag_transaction_idx" ON "PageChange" ("tag", "transaction");
CREATE INDEX "PageChange_createdAt_idx" ON "PageChange" ("createdAt");

CREATE FUNCTION page_change_of_new_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageChange" ("tag") SELECT 'items' WHERE EXISTS (SELECT 1 FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER page_change_insert AFTER INSERT ON "Item"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_new_items();

CREATE FUNCTION page_change_of_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageChange" ("tag")
    SELECT 'items' WHERE EXISTS (SELECT 1 FROM changed) UNION ALL SELECT 'item:' || "id" FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER page_change_update AFTER UPDATE ON "Item"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_items();
CREATE TRIGGER page_change_delete AFTER DELETE ON "Item"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_items();

-- Pictures and reviews of an item.
CREATE FUNCTION page_change_of_item_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageChange" ("tag")
    SELECT DISTINCT 'item:' || "itemId" FROM changed WHERE "itemId" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER page_change_insert AFTER INSERT ON "Image"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();
CREATE TRIGGER page_change_update_from AFTER UPDATE ON "Image"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();
CREATE TRIGGER page_change_update_to AFTER UPDATE ON "Image"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();
CREATE TRIGGER page_change_delete AFTER DELETE ON "Image"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();
CREATE TRIGGER page_change_insert AFTER INSERT ON "Review"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();
CREATE TRIGGER page_change_update AFTER UPDATE ON "Review"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();
CREATE TRIGGER page_change_delete AFTER DELETE ON "Review"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_item_parts();

-- What others see of a member.
CREATE FUNCTION page_change_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageChange" ("tag") VALUES ('member:' || OLD."id");
  RETURN NULL;
END $$;
CREATE TRIGGER page_change_update AFTER UPDATE ON "User" FOR EACH ROW
  WHEN ((OLD."nickname"::text, OLD."avatarImageId", OLD."regionCode", OLD."status", OLD."reviewCount", OLD."starSum")
    IS DISTINCT FROM
    (NEW."nickname"::text, NEW."avatarImageId", NEW."regionCode", NEW."status", NEW."reviewCount", NEW."starSum"))
  EXECUTE FUNCTION page_change_of_member();
CREATE TRIGGER page_change_delete AFTER DELETE ON "User" FOR EACH ROW EXECUTE FUNCTION page_change_of_member();

-- What every page shows.
CREATE FUNCTION page_change_of_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageChange" ("tag") VALUES ('catalogue');
  RETURN NULL;
END $$;
CREATE TRIGGER page_change AFTER INSERT OR UPDATE OR DELETE ON "Category"
  FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_catalogue();
CREATE TRIGGER page_change AFTER INSERT OR UPDATE OR DELETE ON "Region"
  FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_catalogue();
CREATE TRIGGER page_change AFTER INSERT OR UPDATE OR DELETE ON "Province"
  FOR EACH STATEMENT EXECUTE FUNCTION page_change_of_catalogue();
