-- A 시/도, with and without what is on rent, in the order of lists.
CREATE INDEX "Item_listed_in_province" ON "Item" (left("regionCode", 2), "section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL;
-- A category with what is on rent.
CREATE INDEX "Item_listed_in_category" ON "Item" ("categoryId", "section", "listedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "hiddenAt" IS NULL;
