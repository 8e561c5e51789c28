CREATE TABLE "proxies" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"elder_id" uuid NOT NULL,
	"proxy_id" uuid NOT NULL,
	"allowed" text[] NOT NULL,
	"status" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "proxies_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "proxies_two" CHECK ("proxies"."elder_id" <> "proxies"."proxy_id")
);
--> statement-breakpoint
CREATE TABLE "booking_ratings" (
	"community_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"stars" integer NOT NULL,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_ratings_community_id_booking_id_pk" PRIMARY KEY("community_id","booking_id"),
	CONSTRAINT "booking_ratings_stars" CHECK ("booking_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"attendee_id" uuid NOT NULL,
	"booked_by" uuid NOT NULL,
	"place" text NOT NULL,
	"desk_id" uuid,
	"officer_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"local_day" date NOT NULL,
	"status" text NOT NULL,
	"held_until" timestamp with time zone,
	"documents_ready" uuid[] NOT NULL,
	"note_sealed" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"reason" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "bookings_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "bookings_place" CHECK (("bookings"."place" = 'desk') = ("bookings"."desk_id" is not null)),
	CONSTRAINT "bookings_hold" CHECK (("bookings"."status" = 'held') = ("bookings"."held_until" is not null))
);
--> statement-breakpoint
CREATE TABLE "service_documents" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"required" boolean NOT NULL,
	CONSTRAINT "service_documents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "service_officers" (
	"community_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "service_officers_community_id_service_id_staff_id_pk" PRIMARY KEY("community_id","service_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"purpose" text NOT NULL,
	"purpose_en" text NOT NULL,
	"icon" text NOT NULL,
	"minutes" integer NOT NULL,
	"at_desk" boolean NOT NULL,
	"at_home" boolean NOT NULL,
	"walk_in" boolean NOT NULL,
	"cut_off_minutes" integer NOT NULL,
	"days_ahead" integer NOT NULL,
	"search" text[] NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "services_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "services_minutes" CHECK ("services"."minutes" between 5 and 240),
	CONSTRAINT "services_place" CHECK ("services"."at_desk" or "services"."at_home"),
	CONSTRAINT "services_cut_off" CHECK ("services"."cut_off_minutes" between 0 and 10080),
	CONSTRAINT "services_days_ahead" CHECK ("services"."days_ahead" between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "waits" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"attendee_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"from_minute" integer DEFAULT 0 NOT NULL,
	"to_minute" integer DEFAULT 1440 NOT NULL,
	"status" text NOT NULL,
	"offered_booking_id" uuid,
	"offered_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "waits_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "waits_days" CHECK ("waits"."from_day" <= "waits"."to_day"),
	CONSTRAINT "waits_minutes" CHECK ("waits"."from_minute" >= 0 and "waits"."from_minute" < "waits"."to_minute" and "waits"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"day" date NOT NULL,
	"number" integer NOT NULL,
	"service_id" uuid NOT NULL,
	"booking_id" uuid,
	"person_id" uuid,
	"via" text NOT NULL,
	"status" text NOT NULL,
	"turn_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"called_at" timestamp with time zone,
	"calls" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"desk_id" uuid,
	"officer_id" uuid,
	"told_minutes" integer,
	"note_sealed" "bytea",
	CONSTRAINT "tickets_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"community_id" uuid NOT NULL,
	"day" date NOT NULL,
	"class" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_days_community_id_day_pk" PRIMARY KEY("community_id","day")
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"community_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"papers" text[] NOT NULL,
	"imported_by" uuid,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_years_community_id_year_pk" PRIMARY KEY("community_id","year")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"desk_id" uuid,
	"pattern_id" uuid,
	"day" date NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "duties_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "duty_swaps" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"duty_id" uuid NOT NULL,
	"for_duty_id" uuid,
	"asked_of" uuid NOT NULL,
	"status" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "duty_swaps_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "hours_exceptions" (
	"community_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"day" date NOT NULL,
	"from_minute" integer,
	"to_minute" integer,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hours_exceptions_community_id_station_id_day_pk" PRIMARY KEY("community_id","station_id","day"),
	CONSTRAINT "hours_exceptions_minutes" CHECK (("hours_exceptions"."from_minute" is null) = ("hours_exceptions"."to_minute" is null) and ("hours_exceptions"."from_minute" is null or ("hours_exceptions"."from_minute" >= 0 and "hours_exceptions"."from_minute" < "hours_exceptions"."to_minute" and "hours_exceptions"."to_minute" <= 1440)))
);
--> statement-breakpoint
CREATE TABLE "hours_rules" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"day_class" text NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "hours_rules_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "hours_rules_class" CHECK ("hours_rules"."day_class" in ('workday', 'rest', 'holiday')),
	CONSTRAINT "hours_rules_minutes" CHECK ("hours_rules"."from_minute" >= 0 and "hours_rules"."from_minute" < "hours_rules"."to_minute" and "hours_rules"."to_minute" <= 1440),
	CONSTRAINT "hours_rules_days" CHECK ("hours_rules"."until" is null or "hours_rules"."since" <= "hours_rules"."until")
);
--> statement-breakpoint
CREATE TABLE "roster_lines" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"staff_id" uuid NOT NULL,
	"desk_id" uuid,
	"pattern_id" uuid NOT NULL,
	CONSTRAINT "roster_lines_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "roster_lines_weekday" CHECK ("roster_lines"."weekday" between 0 and 6)
);
--> statement-breakpoint
CREATE TABLE "roster_weeks" (
	"community_id" uuid NOT NULL,
	"monday" date NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "roster_weeks_community_id_monday_pk" PRIMARY KEY("community_id","monday")
);
--> statement-breakpoint
CREATE TABLE "shift_patterns" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"day_class" text NOT NULL,
	"hours" jsonb NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "shift_patterns_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "shift_patterns_class" CHECK ("shift_patterns"."day_class" in ('workday', 'rest', 'holiday'))
);
--> statement-breakpoint
CREATE TABLE "staff_leaves" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"kind" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "staff_leaves_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "desks_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"address" text NOT NULL,
	"address_en" text NOT NULL,
	"phone" text NOT NULL,
	"east" integer NOT NULL,
	"north" integer NOT NULL,
	CONSTRAINT "stations_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_community_id_elder_id_people_community_id_id_fk" FOREIGN KEY ("community_id","elder_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_community_id_proxy_id_people_community_id_id_fk" FOREIGN KEY ("community_id","proxy_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_ratings" ADD CONSTRAINT "booking_ratings_community_id_booking_id_bookings_community_id_id_fk" FOREIGN KEY ("community_id","booking_id") REFERENCES "public"."bookings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_community_id_service_id_services_community_id_id_fk" FOREIGN KEY ("community_id","service_id") REFERENCES "public"."services"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_community_id_desk_id_desks_community_id_id_fk" FOREIGN KEY ("community_id","desk_id") REFERENCES "public"."desks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_community_id_attendee_id_people_community_id_id_fk" FOREIGN KEY ("community_id","attendee_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_community_id_booked_by_people_community_id_id_fk" FOREIGN KEY ("community_id","booked_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_community_id_officer_id_people_community_id_id_fk" FOREIGN KEY ("community_id","officer_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_documents" ADD CONSTRAINT "service_documents_community_id_service_id_services_community_id_id_fk" FOREIGN KEY ("community_id","service_id") REFERENCES "public"."services"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_officers" ADD CONSTRAINT "service_officers_community_id_service_id_services_community_id_id_fk" FOREIGN KEY ("community_id","service_id") REFERENCES "public"."services"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_officers" ADD CONSTRAINT "service_officers_community_id_staff_id_people_community_id_id_fk" FOREIGN KEY ("community_id","staff_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_community_id_service_id_services_community_id_id_fk" FOREIGN KEY ("community_id","service_id") REFERENCES "public"."services"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_community_id_attendee_id_people_community_id_id_fk" FOREIGN KEY ("community_id","attendee_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_community_id_asked_by_people_community_id_id_fk" FOREIGN KEY ("community_id","asked_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_community_id_offered_booking_id_bookings_community_id_id_fk" FOREIGN KEY ("community_id","offered_booking_id") REFERENCES "public"."bookings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_community_id_station_id_stations_community_id_id_fk" FOREIGN KEY ("community_id","station_id") REFERENCES "public"."stations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_community_id_service_id_services_community_id_id_fk" FOREIGN KEY ("community_id","service_id") REFERENCES "public"."services"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_community_id_booking_id_bookings_community_id_id_fk" FOREIGN KEY ("community_id","booking_id") REFERENCES "public"."bookings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_community_id_desk_id_desks_community_id_id_fk" FOREIGN KEY ("community_id","desk_id") REFERENCES "public"."desks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_community_id_officer_id_people_community_id_id_fk" FOREIGN KEY ("community_id","officer_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_community_id_changed_by_people_community_id_id_fk" FOREIGN KEY ("community_id","changed_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD CONSTRAINT "calendar_years_community_id_imported_by_people_community_id_id_fk" FOREIGN KEY ("community_id","imported_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_community_id_staff_id_people_community_id_id_fk" FOREIGN KEY ("community_id","staff_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_community_id_desk_id_desks_community_id_id_fk" FOREIGN KEY ("community_id","desk_id") REFERENCES "public"."desks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_community_id_pattern_id_shift_patterns_community_id_id_fk" FOREIGN KEY ("community_id","pattern_id") REFERENCES "public"."shift_patterns"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_community_id_duty_id_duties_community_id_id_fk" FOREIGN KEY ("community_id","duty_id") REFERENCES "public"."duties"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_community_id_for_duty_id_duties_community_id_id_fk" FOREIGN KEY ("community_id","for_duty_id") REFERENCES "public"."duties"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_community_id_asked_of_people_community_id_id_fk" FOREIGN KEY ("community_id","asked_of") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_community_id_asked_by_people_community_id_id_fk" FOREIGN KEY ("community_id","asked_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_exceptions" ADD CONSTRAINT "hours_exceptions_community_id_station_id_stations_community_id_id_fk" FOREIGN KEY ("community_id","station_id") REFERENCES "public"."stations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_exceptions" ADD CONSTRAINT "hours_exceptions_community_id_changed_by_people_community_id_id_fk" FOREIGN KEY ("community_id","changed_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_rules" ADD CONSTRAINT "hours_rules_community_id_station_id_stations_community_id_id_fk" FOREIGN KEY ("community_id","station_id") REFERENCES "public"."stations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_lines" ADD CONSTRAINT "roster_lines_community_id_staff_id_people_community_id_id_fk" FOREIGN KEY ("community_id","staff_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_lines" ADD CONSTRAINT "roster_lines_community_id_desk_id_desks_community_id_id_fk" FOREIGN KEY ("community_id","desk_id") REFERENCES "public"."desks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_lines" ADD CONSTRAINT "roster_lines_community_id_pattern_id_shift_patterns_community_id_id_fk" FOREIGN KEY ("community_id","pattern_id") REFERENCES "public"."shift_patterns"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_weeks" ADD CONSTRAINT "roster_weeks_community_id_published_by_people_community_id_id_fk" FOREIGN KEY ("community_id","published_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_leaves" ADD CONSTRAINT "staff_leaves_community_id_staff_id_people_community_id_id_fk" FOREIGN KEY ("community_id","staff_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_leaves" ADD CONSTRAINT "staff_leaves_community_id_entered_by_people_community_id_id_fk" FOREIGN KEY ("community_id","entered_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_community_id_station_id_stations_community_id_id_fk" FOREIGN KEY ("community_id","station_id") REFERENCES "public"."stations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proxies_standing" ON "proxies" USING btree ("community_id","elder_id","proxy_id") WHERE "proxies"."status" in ('asked', 'accepted');--> statement-breakpoint
CREATE INDEX "proxies_proxy" ON "proxies" USING btree ("community_id","proxy_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_a_day" ON "bookings" USING btree ("community_id","attendee_id","service_id","local_day") WHERE "bookings"."status" in ('booked', 'arrived', 'serving', 'served');--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_hold" ON "bookings" USING btree ("community_id","booked_by") WHERE "bookings"."status" = 'held';--> statement-breakpoint
CREATE INDEX "bookings_day" ON "bookings" USING btree ("community_id","local_day");--> statement-breakpoint
CREATE INDEX "bookings_attendee" ON "bookings" USING btree ("community_id","attendee_id","local_day");--> statement-breakpoint
CREATE INDEX "bookings_booker" ON "bookings" USING btree ("community_id","booked_by","local_day");--> statement-breakpoint
CREATE INDEX "service_documents_service" ON "service_documents" USING btree ("community_id","service_id","position");--> statement-breakpoint
CREATE INDEX "service_officers_staff" ON "service_officers" USING btree ("community_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "services_name" ON "services" USING btree ("community_id","name") WHERE "services"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "waits_one" ON "waits" USING btree ("community_id","attendee_id","service_id") WHERE "waits"."status" in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX "waits_service" ON "waits" USING btree ("community_id","service_id","status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("community_id","station_id","day","number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_booking" ON "tickets" USING btree ("community_id","booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_desk" ON "tickets" USING btree ("community_id","desk_id") WHERE "tickets"."status" in ('called', 'serving');--> statement-breakpoint
CREATE INDEX "tickets_day" ON "tickets" USING btree ("community_id","station_id","day","status");--> statement-breakpoint
CREATE INDEX "duties_day" ON "duties" USING btree ("community_id","day");--> statement-breakpoint
CREATE INDEX "duties_staff" ON "duties" USING btree ("community_id","staff_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_swaps_open" ON "duty_swaps" USING btree ("community_id","duty_id") WHERE "duty_swaps"."status" = 'asked';--> statement-breakpoint
CREATE INDEX "hours_rules_station" ON "hours_rules" USING btree ("community_id","station_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_lines_one" ON "roster_lines" USING btree ("community_id","weekday","staff_id","pattern_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shift_patterns_name" ON "shift_patterns" USING btree ("community_id","name") WHERE "shift_patterns"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "staff_leaves_staff" ON "staff_leaves" USING btree ("community_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "desks_name" ON "desks" USING btree ("community_id","station_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "stations_name" ON "stations" USING btree ("community_id","name");