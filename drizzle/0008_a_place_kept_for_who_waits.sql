DROP INDEX "bookings_one_hold";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_hold" ON "bookings" USING btree ("community_id","booked_by") WHERE "bookings"."status" = 'held' and not "bookings"."offered";