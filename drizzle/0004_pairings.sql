CREATE TABLE "campaign_members" (
	"community_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "campaign_members_community_id_campaign_id_person_id_pk" PRIMARY KEY("community_id","campaign_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_residents" (
	"community_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wish_gender" text,
	"gender_is_must" boolean DEFAULT false NOT NULL,
	"wish_language" text,
	"language_is_must" boolean DEFAULT false NOT NULL,
	"interests" text[] NOT NULL,
	"weekdays" integer[] NOT NULL,
	"at_minute" integer,
	CONSTRAINT "campaign_residents_community_id_campaign_id_person_id_pk" PRIMARY KEY("community_id","campaign_id","person_id"),
	CONSTRAINT "campaign_residents_at" CHECK ("campaign_residents"."at_minute" between 0 and 1439)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"need" text NOT NULL,
	"minutes" integer NOT NULL,
	"rhythm" text NOT NULL,
	"pairs_per_member" integer NOT NULL,
	"alarm_minutes" integer,
	"status" text NOT NULL,
	"plan_cost" integer,
	"plan_cost_before" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "campaigns_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "campaigns_days" CHECK ("campaigns"."from_day" <= "campaigns"."to_day"),
	CONSTRAINT "campaigns_minutes" CHECK ("campaigns"."minutes" between 15 and 480),
	CONSTRAINT "campaigns_pairs" CHECK ("campaigns"."pairs_per_member" between 1 and 10),
	CONSTRAINT "campaigns_alarm" CHECK ("campaigns"."alarm_minutes" between 5 and 720)
);
--> statement-breakpoint
CREATE TABLE "forbidden_pairs" (
	"community_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "forbidden_pairs_community_id_campaign_id_resident_id_member_id_pk" PRIMARY KEY("community_id","campaign_id","resident_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "pairing_reviews" (
	"community_id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL,
	"reviewer" text NOT NULL,
	"person_id" uuid NOT NULL,
	"stars" integer,
	"would_go_on" boolean,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pairing_reviews_community_id_pairing_id_reviewer_pk" PRIMARY KEY("community_id","pairing_id","reviewer"),
	CONSTRAINT "pairing_reviews_stars" CHECK ("pairing_reviews"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text NOT NULL,
	"cost" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"approved_by" uuid NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"weekdays" integer[] NOT NULL,
	"at_minute" integer,
	"rhythm" text NOT NULL,
	"minutes" integer NOT NULL,
	"met_at" timestamp with time zone,
	"met_word" text,
	"paused_from" date,
	"paused_until" date,
	"pause_reason" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	"end_words" text,
	"follows_id" uuid,
	"look_at" timestamp with time zone,
	CONSTRAINT "pairings_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "pairings_at" CHECK ("pairings"."at_minute" between 0 and 1439),
	CONSTRAINT "pairings_minutes" CHECK ("pairings"."minutes" between 15 and 480)
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"community_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"member_id" uuid,
	"locked" boolean DEFAULT false NOT NULL,
	"cost" integer,
	"parts" jsonb NOT NULL,
	"second_id" uuid,
	"second_difference" integer,
	"before_id" uuid,
	"eligible" integer DEFAULT 0 NOT NULL,
	"stopped" jsonb NOT NULL,
	"helps" jsonb NOT NULL,
	CONSTRAINT "proposals_community_id_campaign_id_resident_id_pk" PRIMARY KEY("community_id","campaign_id","resident_id")
);
--> statement-breakpoint
DROP INDEX "tasks_standing";--> statement-breakpoint
ALTER TABLE "campaign_members" ADD CONSTRAINT "campaign_members_community_id_campaign_id_campaigns_community_id_id_fk" FOREIGN KEY ("community_id","campaign_id") REFERENCES "public"."campaigns"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_members" ADD CONSTRAINT "campaign_members_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_residents" ADD CONSTRAINT "campaign_residents_community_id_campaign_id_campaigns_community_id_id_fk" FOREIGN KEY ("community_id","campaign_id") REFERENCES "public"."campaigns"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_residents" ADD CONSTRAINT "campaign_residents_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_community_id_created_by_people_community_id_id_fk" FOREIGN KEY ("community_id","created_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forbidden_pairs" ADD CONSTRAINT "forbidden_pairs_community_id_campaign_id_campaigns_community_id_id_fk" FOREIGN KEY ("community_id","campaign_id") REFERENCES "public"."campaigns"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forbidden_pairs" ADD CONSTRAINT "forbidden_pairs_community_id_resident_id_people_community_id_id_fk" FOREIGN KEY ("community_id","resident_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forbidden_pairs" ADD CONSTRAINT "forbidden_pairs_community_id_member_id_people_community_id_id_fk" FOREIGN KEY ("community_id","member_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_reviews" ADD CONSTRAINT "pairing_reviews_community_id_pairing_id_pairings_community_id_id_fk" FOREIGN KEY ("community_id","pairing_id") REFERENCES "public"."pairings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_reviews" ADD CONSTRAINT "pairing_reviews_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_community_id_campaign_id_campaigns_community_id_id_fk" FOREIGN KEY ("community_id","campaign_id") REFERENCES "public"."campaigns"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_community_id_resident_id_people_community_id_id_fk" FOREIGN KEY ("community_id","resident_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_community_id_member_id_people_community_id_id_fk" FOREIGN KEY ("community_id","member_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_community_id_campaign_id_resident_id_campaign_residents_community_id_campaign_id_person_id_fk" FOREIGN KEY ("community_id","campaign_id","resident_id") REFERENCES "public"."campaign_residents"("community_id","campaign_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_community_id_campaign_id_member_id_campaign_members_community_id_campaign_id_person_id_fk" FOREIGN KEY ("community_id","campaign_id","member_id") REFERENCES "public"."campaign_members"("community_id","campaign_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_status" ON "campaigns" USING btree ("community_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "pairings_living" ON "pairings" USING btree ("community_id","campaign_id","resident_id") WHERE "pairings"."status" <> 'ended';--> statement-breakpoint
CREATE INDEX "pairings_member" ON "pairings" USING btree ("community_id","member_id","status");--> statement-breakpoint
CREATE INDEX "pairings_resident" ON "pairings" USING btree ("community_id","resident_id","status");--> statement-breakpoint
CREATE INDEX "pairings_look" ON "pairings" USING btree ("community_id","look_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_next_visit" ON "tasks" USING btree ("community_id","subject_id") WHERE "tasks"."kind" = 'visit' and "tasks"."status" in ('planned', 'under_way');--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_standing" ON "tasks" USING btree ("community_id","kind","subject_id","person_id") WHERE "tasks"."kind" = 'help' and "tasks"."status" not in ('cancelled', 'dropped_out');