DROP INDEX "tickets_desk";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_desk" ON "tickets" USING btree ("community_id","desk_id","day") WHERE "tickets"."status" in ('called', 'serving');