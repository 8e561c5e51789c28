-- Two rules of one station never speak of the same minutes of the same days.
ALTER TABLE "hours_rules" ADD CONSTRAINT "hours_rules_no_overlap"
	EXCLUDE USING gist ("community_id" WITH =, "station_id" WITH =, "day_class" WITH =,
		daterange("since", "until", '[]') WITH &&, int4range("from_minute", "to_minute") WITH &&);--> statement-breakpoint
-- Nobody stands at two desks, and no desk has two people.
ALTER TABLE "duties" ADD CONSTRAINT "duties_one_place"
	EXCLUDE USING gist ("community_id" WITH =, "staff_id" WITH =, "during" WITH &&)
	WHERE ("status" <> 'called_off');--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_one_person"
	EXCLUDE USING gist ("community_id" WITH =, "desk_id" WITH =, "during" WITH &&)
	WHERE ("status" <> 'called_off');--> statement-breakpoint
-- Nothing is oversold: neither a desk, nor the officer behind it or on his round, nor the one who comes.
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_desk_once"
	EXCLUDE USING gist ("community_id" WITH =, "desk_id" WITH =, "during" WITH &&)
	WHERE ("status" IN ('held', 'booked', 'arrived', 'serving'));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_officer_once"
	EXCLUDE USING gist ("community_id" WITH =, "officer_id" WITH =, "during" WITH &&)
	WHERE ("status" IN ('held', 'booked', 'arrived', 'serving'));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_attendee_once"
	EXCLUDE USING gist ("community_id" WITH =, "attendee_id" WITH =, "during" WITH &&)
	WHERE ("status" IN ('held', 'booked', 'arrived', 'serving'));
