DROP INDEX "tickets_desk";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "venue_bookings" ADD COLUMN "proxy_id" uuid;--> statement-breakpoint
ALTER TABLE "venue_bookings" ADD CONSTRAINT "venue_bookings_community_id_proxy_id_people_community_id_id_fk" FOREIGN KEY ("community_id","proxy_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_desk" ON "tickets" USING btree ("community_id","desk_id","day") WHERE "tickets"."status" in ('called', 'serving');