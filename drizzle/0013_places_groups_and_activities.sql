CREATE TABLE "activities" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid,
	"kind" text NOT NULL,
	"theme" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"words" text NOT NULL,
	"words_en" text NOT NULL,
	"picture_id" uuid,
	"place" text,
	"venue_id" uuid,
	"first_day" date NOT NULL,
	"start_minute" integer NOT NULL,
	"minutes" integer NOT NULL,
	"rule" text,
	"sign_up" text NOT NULL,
	"seats" integer,
	"minimum" integer DEFAULT 0 NOT NULL,
	"companions" integer DEFAULT 0 NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_minutes" integer DEFAULT 0 NOT NULL,
	"youngest" integer,
	"oldest" integer,
	"residents_only" boolean DEFAULT false NOT NULL,
	"risk" text,
	"dangerous" boolean DEFAULT false NOT NULL,
	"insurance" text,
	"status" text NOT NULL,
	"led_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activities_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "activities_minutes" CHECK ("activities"."minutes" between 10 and 1440 and "activities"."start_minute" between 0 and 1439),
	CONSTRAINT "activities_seats" CHECK ("activities"."seats" between 1 and 5000 and "activities"."companions" between 0 and 9),
	CONSTRAINT "activities_insured" CHECK ("activities"."status" <> 'published' or not "activities"."dangerous" or "activities"."insurance" is not null)
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"community_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendances_community_id_occurrence_id_person_id_pk" PRIMARY KEY("community_id","occurrence_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "occurrences" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"rule_day" date NOT NULL,
	"during" "tstzrange" NOT NULL,
	"local_day" date NOT NULL,
	"venue_booking_id" uuid,
	"status" text NOT NULL,
	"reason" text,
	"seats" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "occurrences_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "occurrences_seats" CHECK ("occurrences"."taken" >= 0 and ("occurrences"."seats" is null or "occurrences"."taken" <= "occurrences"."seats"))
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"occurrence_id" uuid,
	"person_id" uuid NOT NULL,
	"signed_by" uuid NOT NULL,
	"companions" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"answer_by" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sign_ups_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "sign_ups_companions" CHECK ("sign_ups"."companions" between 0 and 9)
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"shown" boolean DEFAULT false NOT NULL,
	"answer_sealed" "bytea",
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "group_members_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "group_posts" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "group_posts_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "group_posts_days" CHECK ("group_posts"."until" is null or "group_posts"."since" <= "group_posts"."until")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"theme" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"words" text NOT NULL,
	"words_en" text NOT NULL,
	"meets" text NOT NULL,
	"meets_en" text NOT NULL,
	"venue_id" uuid,
	"picture_id" uuid,
	"join" text NOT NULL,
	"question" text,
	"places" integer,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "groups_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "groups_places" CHECK ("groups"."places" between 2 and 2000)
);
--> statement-breakpoint
CREATE TABLE "service_points" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"hours" text NOT NULL,
	"phone" text,
	"east" integer NOT NULL,
	"north" integer NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "service_points_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"address" text NOT NULL,
	"address_en" text NOT NULL,
	"east" integer NOT NULL,
	"north" integer NOT NULL,
	"seats" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "venues_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "venues_seats" CHECK ("venues"."seats" between 1 and 2000),
	CONSTRAINT "venues_minutes" CHECK ("venues"."from_minute" >= 0 and "venues"."from_minute" < "venues"."to_minute" and "venues"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "venue_bookings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"local_day" date NOT NULL,
	"booked_by" uuid NOT NULL,
	"group_id" uuid,
	"purpose" text NOT NULL,
	"people" integer NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"reason" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "venue_bookings_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "venue_bookings_people" CHECK ("venue_bookings"."people" between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_community_id_venue_id_venues_community_id_id_fk" FOREIGN KEY ("community_id","venue_id") REFERENCES "public"."venues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_community_id_picture_id_files_community_id_id_fk" FOREIGN KEY ("community_id","picture_id") REFERENCES "public"."files"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_community_id_led_by_people_community_id_id_fk" FOREIGN KEY ("community_id","led_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_community_id_occurrence_id_occurrences_community_id_id_fk" FOREIGN KEY ("community_id","occurrence_id") REFERENCES "public"."occurrences"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_community_id_activity_id_activities_community_id_id_fk" FOREIGN KEY ("community_id","activity_id") REFERENCES "public"."activities"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_community_id_venue_booking_id_venue_bookings_community_id_id_fk" FOREIGN KEY ("community_id","venue_booking_id") REFERENCES "public"."venue_bookings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_community_id_activity_id_activities_community_id_id_fk" FOREIGN KEY ("community_id","activity_id") REFERENCES "public"."activities"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_community_id_occurrence_id_occurrences_community_id_id_fk" FOREIGN KEY ("community_id","occurrence_id") REFERENCES "public"."occurrences"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_community_id_signed_by_people_community_id_id_fk" FOREIGN KEY ("community_id","signed_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_community_id_venue_id_venues_community_id_id_fk" FOREIGN KEY ("community_id","venue_id") REFERENCES "public"."venues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_community_id_picture_id_files_community_id_id_fk" FOREIGN KEY ("community_id","picture_id") REFERENCES "public"."files"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_points" ADD CONSTRAINT "service_points_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_bookings" ADD CONSTRAINT "venue_bookings_community_id_venue_id_venues_community_id_id_fk" FOREIGN KEY ("community_id","venue_id") REFERENCES "public"."venues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_bookings" ADD CONSTRAINT "venue_bookings_community_id_booked_by_people_community_id_id_fk" FOREIGN KEY ("community_id","booked_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_group" ON "activities" USING btree ("community_id","group_id");--> statement-breakpoint
CREATE INDEX "attendances_person" ON "attendances" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "occurrences_day" ON "occurrences" USING btree ("community_id","activity_id","rule_day");--> statement-breakpoint
CREATE INDEX "occurrences_local_day" ON "occurrences" USING btree ("community_id","local_day");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_once" ON "sign_ups" USING btree ("community_id","activity_id","occurrence_id","person_id") NULLS NOT DISTINCT WHERE "sign_ups"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sign_ups_person" ON "sign_ups" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_once" ON "group_members" USING btree ("community_id","group_id","person_id") WHERE "group_members"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "group_members_person" ON "group_members" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_posts_once" ON "group_posts" USING btree ("community_id","group_id","person_id","role") WHERE "group_posts"."until" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("community_id","name") WHERE "groups"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "service_points_name" ON "service_points" USING btree ("community_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "venues_name" ON "venues" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "venue_bookings_day" ON "venue_bookings" USING btree ("community_id","local_day");--> statement-breakpoint
CREATE INDEX "venue_bookings_person" ON "venue_bookings" USING btree ("community_id","booked_by");--> statement-breakpoint
-- No venue is promised twice.
ALTER TABLE "venue_bookings" ADD CONSTRAINT "venue_bookings_once"
	EXCLUDE USING gist ("community_id" WITH =, "venue_id" WITH =, "during" WITH &&)
	WHERE ("status" = 'booked');
