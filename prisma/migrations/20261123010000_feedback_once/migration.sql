-- A form sent twice writes its feedback once.
ALTER TABLE "Feedback" ADD COLUMN "submissionId" UUID;
CREATE UNIQUE INDEX "Feedback_userId_submissionId_key" ON "Feedback"("userId", "submissionId");
DROP INDEX "Feedback_userId_idx";
CREATE INDEX "Feedback_userId_createdAt_idx" ON "Feedback"("userId", "createdAt");

-- TRUNCATE would go past the row triggers of what is only ever added to.
CREATE TRIGGER "AuditLog_no_truncate" BEFORE TRUNCATE ON "AuditLog"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RentalEvent_no_truncate" BEFORE TRUNCATE ON "RentalEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
