CREATE TABLE "activity_ratings" (
	"community_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stars" integer NOT NULL,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_ratings_community_id_occurrence_id_person_id_pk" PRIMARY KEY("community_id","occurrence_id","person_id"),
	CONSTRAINT "activity_ratings_stars" CHECK ("activity_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "activity_ratings" ADD CONSTRAINT "activity_ratings_attendance" FOREIGN KEY ("community_id","occurrence_id","person_id") REFERENCES "public"."attendances"("community_id","occurrence_id","person_id") ON DELETE no action ON UPDATE no action;