CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
-- A promise takes its doer's time: two of one person never overlap while they stand.
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_no_one_in_two_places"
	EXCLUDE USING gist ("community_id" WITH =, "person_id" WITH =, "during" WITH &&)
	WHERE ("status" IN ('planned', 'under_way'));
