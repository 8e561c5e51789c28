ALTER TABLE "hours_rules" ADD COLUMN "weekday" integer;--> statement-breakpoint
ALTER TABLE "hours_rules" ADD CONSTRAINT "hours_rules_weekday" CHECK ("hours_rules"."weekday" between 0 and 6);--> statement-breakpoint
-- Two rules of one station never speak of the same minutes of the same days, be it of all of a class or of one weekday.
ALTER TABLE "hours_rules" DROP CONSTRAINT "hours_rules_no_overlap";--> statement-breakpoint
ALTER TABLE "hours_rules" ADD CONSTRAINT "hours_rules_no_overlap"
	EXCLUDE USING gist ("community_id" WITH =, "station_id" WITH =, "day_class" WITH =,
		int4range(coalesce("weekday", 0), coalesce("weekday", 6), '[]') WITH &&,
		daterange("since", "until", '[]') WITH &&, int4range("from_minute", "to_minute") WITH &&);
