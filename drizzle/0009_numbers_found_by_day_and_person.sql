DROP INDEX "tickets_day";--> statement-breakpoint
CREATE INDEX "tickets_person" ON "tickets" USING btree ("community_id","person_id","day");--> statement-breakpoint
CREATE INDEX "tickets_day" ON "tickets" USING btree ("community_id","day","station_id");