CREATE TABLE "cleanup_areas" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cleanup_id" uuid NOT NULL,
	"name" text NOT NULL,
	"work" text NOT NULL,
	"meet_at" text NOT NULL,
	"needed" integer NOT NULL,
	"places" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"leader_id" uuid,
	CONSTRAINT "cleanup_areas_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "cleanup_areas_needed" CHECK ("cleanup_areas"."needed" between 1 and 2000),
	CONSTRAINT "cleanup_areas_places" CHECK ("cleanup_areas"."taken" >= 0 and ("cleanup_areas"."places" is null or "cleanup_areas"."taken" <= "cleanup_areas"."places"))
);
--> statement-breakpoint
CREATE TABLE "cleanup_buildings" (
	"community_id" uuid NOT NULL,
	"cleanup_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "cleanup_buildings_community_id_cleanup_id_building_id_pk" PRIMARY KEY("community_id","cleanup_id","building_id")
);
--> statement-breakpoint
CREATE TABLE "cleanup_pictures" (
	"community_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"status" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "cleanup_pictures_community_id_file_id_pk" PRIMARY KEY("community_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "cleanup_sign_ups" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cleanup_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"team_id" uuid,
	"person_id" uuid NOT NULL,
	"signed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"came_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"seen_by" uuid,
	CONSTRAINT "cleanup_sign_ups_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "cleanup_sign_ups_order" CHECK ("cleanup_sign_ups"."left_at" is null or "cleanup_sign_ups"."left_at" >= "cleanup_sign_ups"."came_at")
);
--> statement-breakpoint
CREATE TABLE "cleanup_teams" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cleanup_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid,
	"group_id" uuid,
	"name" text,
	"promised" integer NOT NULL,
	"lead" text,
	"counted" integer,
	"counted_minutes" integer,
	CONSTRAINT "cleanup_teams_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "cleanup_teams_kind" CHECK (("cleanup_teams"."kind" = 'unit') = ("cleanup_teams"."unit_id" is not null) and ("cleanup_teams"."kind" = 'group') = ("cleanup_teams"."group_id" is not null)
				and ("cleanup_teams"."kind" = 'free') = ("cleanup_teams"."name" is not null)),
	CONSTRAINT "cleanup_teams_promised" CHECK ("cleanup_teams"."promised" between 0 and 2000),
	CONSTRAINT "cleanup_teams_counted" CHECK ("cleanup_teams"."counted" between 0 and 2000 and "cleanup_teams"."counted_minutes" between 0 and 1440
				and ("cleanup_teams"."counted" is null) = ("cleanup_teams"."counted_minutes" is null))
);
--> statement-breakpoint
CREATE TABLE "cleanups" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"theme" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"words" text NOT NULL,
	"words_en" text NOT NULL,
	"risk" text,
	"local_day" date NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cleanups_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "cleanup_areas" ADD CONSTRAINT "cleanup_areas_community_id_cleanup_id_cleanups_community_id_id_fk" FOREIGN KEY ("community_id","cleanup_id") REFERENCES "public"."cleanups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_areas" ADD CONSTRAINT "cleanup_areas_community_id_leader_id_people_community_id_id_fk" FOREIGN KEY ("community_id","leader_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_buildings" ADD CONSTRAINT "cleanup_buildings_community_id_area_id_cleanup_areas_community_id_id_fk" FOREIGN KEY ("community_id","area_id") REFERENCES "public"."cleanup_areas"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_buildings" ADD CONSTRAINT "cleanup_buildings_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_pictures" ADD CONSTRAINT "cleanup_pictures_community_id_file_id_files_community_id_id_fk" FOREIGN KEY ("community_id","file_id") REFERENCES "public"."files"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_pictures" ADD CONSTRAINT "cleanup_pictures_community_id_area_id_cleanup_areas_community_id_id_fk" FOREIGN KEY ("community_id","area_id") REFERENCES "public"."cleanup_areas"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_sign_ups" ADD CONSTRAINT "cleanup_sign_ups_community_id_area_id_cleanup_areas_community_id_id_fk" FOREIGN KEY ("community_id","area_id") REFERENCES "public"."cleanup_areas"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_sign_ups" ADD CONSTRAINT "cleanup_sign_ups_community_id_team_id_cleanup_teams_community_id_id_fk" FOREIGN KEY ("community_id","team_id") REFERENCES "public"."cleanup_teams"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_sign_ups" ADD CONSTRAINT "cleanup_sign_ups_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_teams" ADD CONSTRAINT "cleanup_teams_community_id_area_id_cleanup_areas_community_id_id_fk" FOREIGN KEY ("community_id","area_id") REFERENCES "public"."cleanup_areas"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_teams" ADD CONSTRAINT "cleanup_teams_community_id_unit_id_partner_units_community_id_id_fk" FOREIGN KEY ("community_id","unit_id") REFERENCES "public"."partner_units"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanup_teams" ADD CONSTRAINT "cleanup_teams_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cleanups" ADD CONSTRAINT "cleanups_community_id_created_by_people_community_id_id_fk" FOREIGN KEY ("community_id","created_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cleanup_areas_name" ON "cleanup_areas" USING btree ("community_id","cleanup_id","name");--> statement-breakpoint
CREATE INDEX "cleanup_pictures_area" ON "cleanup_pictures" USING btree ("community_id","area_id","added_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cleanup_sign_ups_once" ON "cleanup_sign_ups" USING btree ("community_id","cleanup_id","person_id") WHERE "cleanup_sign_ups"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "cleanup_sign_ups_person" ON "cleanup_sign_ups" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cleanup_teams_unit" ON "cleanup_teams" USING btree ("community_id","area_id","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cleanup_teams_group" ON "cleanup_teams" USING btree ("community_id","area_id","group_id");--> statement-breakpoint
CREATE INDEX "cleanups_local_day" ON "cleanups" USING btree ("community_id","local_day");