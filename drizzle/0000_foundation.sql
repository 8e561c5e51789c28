CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_hash" text NOT NULL,
	"phone_sealed" "bytea" NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_phoneHash_unique" UNIQUE("phone_hash")
);
--> statement-breakpoint
CREATE TABLE "avoidances" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"avoided_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "avoidances_community_id_person_id_avoided_id_pk" PRIMARY KEY("community_id","person_id","avoided_id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"version" integer NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "grid_officers" (
	"community_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "grid_officers_community_id_grid_id_pk" PRIMARY KEY("community_id","grid_id")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"door_sealed" "bytea" NOT NULL,
	"door_hash" text NOT NULL,
	CONSTRAINT "households_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_community_id_person_id_role_pk" PRIMARY KEY("community_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"gender" text,
	"born_on" date,
	"vulnerable" boolean DEFAULT false NOT NULL,
	"household_id" uuid,
	"phone_hash" text,
	"phone_sealed" "bytea",
	"wrapped_key" "bytea" NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"search" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "people_name" CHECK (length("people"."name") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_hash" text NOT NULL,
	"phone_sealed" "bytea" NOT NULL,
	"address_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "supervisors" (
	"subdistrict_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "supervisors_subdistrict_id_account_id_pk" PRIMARY KEY("subdistrict_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"reason" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "openings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"community_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_community_id_key_pk" PRIMARY KEY("community_id","key")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mime" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"target" text NOT NULL,
	"file_name" text NOT NULL,
	"row_count" integer NOT NULL,
	"sheet_sealed" "bytea",
	"rejects_sealed" "bytea",
	"mapping" jsonb NOT NULL,
	"status" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"good" integer,
	"bad" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"imported_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "import_runs_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "imported_rows" (
	"community_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"stayed" text,
	CONSTRAINT "imported_rows_community_id_run_id_row_number_subject_kind_subject_id_pk" PRIMARY KEY("community_id","run_id","row_number","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "kept_mappings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"target" text NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_mappings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"approved_by" uuid NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	"weights_version" integer NOT NULL,
	"override_reason" text,
	"status" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approvals_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "approved_candidates" (
	"community_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"cost" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"overridden" text[] NOT NULL,
	CONSTRAINT "approved_candidates_community_id_approval_id_rank_pk" PRIMARY KEY("community_id","approval_id","rank")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"goes_out_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"decline_reason" text,
	"proposed" "tstzrange",
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offers_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "weight_versions" (
	"community_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "weight_versions_community_id_version_pk" PRIMARY KEY("community_id","version")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"path" text NOT NULL,
	"news_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "shown_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" uuid NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "buildings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"compound_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"east" integer NOT NULL,
	"north" integer NOT NULL,
	CONSTRAINT "buildings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subdistrict_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"phone" text NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"width_metres" integer NOT NULL,
	"height_metres" integer NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "communities_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "compounds" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "compounds_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "grids" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "grids_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "subdistricts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_records" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"for_person_id" uuid NOT NULL,
	"task_id" uuid,
	"need" text NOT NULL,
	"building_id" uuid,
	"scale" integer DEFAULT 1 NOT NULL,
	"minutes" integer NOT NULL,
	"served_on" date NOT NULL,
	"rating" integer,
	"thanks" text,
	"confirmed_by" text NOT NULL,
	"confirmer_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_records_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "service_records_minutes" CHECK ("service_records"."minutes" between 1 and 1440),
	CONSTRAINT "service_records_rating" CHECK ("service_records"."rating" between 1 and 5),
	CONSTRAINT "service_records_scale" CHECK ("service_records"."scale" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "request_windows" (
	"community_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	CONSTRAINT "request_windows_community_id_request_id_during_pk" PRIMARY KEY("community_id","request_id","during")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"for_person_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"need" text NOT NULL,
	"title" text,
	"presence" text NOT NULL,
	"building_id" uuid,
	"urgency" text NOT NULL,
	"minutes" integer NOT NULL,
	"people_needed" integer NOT NULL,
	"wish_gender" text,
	"gender_is_must" boolean DEFAULT false NOT NULL,
	"wish_language" text,
	"language_is_must" boolean DEFAULT false NOT NULL,
	"note_sealed" "bytea",
	"life" text NOT NULL,
	"triage" text NOT NULL,
	"received_by" uuid,
	"staff_words" text,
	"reopened_at" timestamp with time zone,
	"deadline" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"import_id" uuid,
	CONSTRAINT "requests_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "requests_people" CHECK ("requests"."people_needed" between 1 and 50),
	CONSTRAINT "requests_minutes" CHECK ("requests"."minutes" between 5 and 1440),
	CONSTRAINT "requests_place" CHECK ("requests"."presence" <> 'home' or "requests"."building_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "held_skills" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"level" integer NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"expires_on" date,
	CONSTRAINT "held_skills_community_id_person_id_skill_pk" PRIMARY KEY("community_id","person_id","skill"),
	CONSTRAINT "held_skills_level" CHECK ("held_skills"."level" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"for_person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"minutes" integer,
	"note_sealed" "bytea",
	"photo_id" uuid,
	"ended_at" timestamp with time zone,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tasks_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "tasks_minutes" CHECK ("tasks"."minutes" between 1 and 1440)
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	CONSTRAINT "absences_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "absences_span" CHECK ("absences"."from_day" <= "absences"."to_day")
);
--> statement-breakpoint
CREATE TABLE "availability" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	CONSTRAINT "availability_community_id_person_id_weekday_from_minute_pk" PRIMARY KEY("community_id","person_id","weekday","from_minute"),
	CONSTRAINT "availability_span" CHECK ("availability"."from_minute" >= 0 and "availability"."to_minute" <= 1440 and "availability"."from_minute" < "availability"."to_minute")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"occupation" text,
	"employer" text,
	"party_branch" text,
	"party_member" boolean DEFAULT false NOT NULL,
	"vetted_until" date,
	"insured_until" date,
	"strengths" text,
	"hobbies" text[] NOT NULL,
	"willingness" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"health_limits" text[] NOT NULL,
	"reach_metres" integer NOT NULL,
	"active_tasks_max" integer NOT NULL,
	"weekly_minutes_max" integer NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"expires_on" date,
	"return_reason" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cards_community_id_person_id_pk" PRIMARY KEY("community_id","person_id"),
	CONSTRAINT "cards_reach" CHECK ("cards"."reach_metres" between 100 and 20000),
	CONSTRAINT "cards_active" CHECK ("cards"."active_tasks_max" between 1 and 20),
	CONSTRAINT "cards_weekly" CHECK ("cards"."weekly_minutes_max" between 15 and 3000)
);
--> statement-breakpoint
ALTER TABLE "avoidances" ADD CONSTRAINT "avoidances_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "avoidances" ADD CONSTRAINT "avoidances_community_id_avoided_id_people_community_id_id_fk" FOREIGN KEY ("community_id","avoided_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_officers" ADD CONSTRAINT "grid_officers_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_community_id_household_id_households_community_id_id_fk" FOREIGN KEY ("community_id","household_id") REFERENCES "public"."households"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisors" ADD CONSTRAINT "supervisors_subdistrict_id_subdistricts_id_fk" FOREIGN KEY ("subdistrict_id") REFERENCES "public"."subdistricts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisors" ADD CONSTRAINT "supervisors_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_community_id_request_id_requests_community_id_id_fk" FOREIGN KEY ("community_id","request_id") REFERENCES "public"."requests"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_candidates" ADD CONSTRAINT "approved_candidates_community_id_approval_id_approvals_community_id_id_fk" FOREIGN KEY ("community_id","approval_id") REFERENCES "public"."approvals"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_candidates" ADD CONSTRAINT "approved_candidates_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_community_id_request_id_requests_community_id_id_fk" FOREIGN KEY ("community_id","request_id") REFERENCES "public"."requests"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_community_id_approval_id_approvals_community_id_id_fk" FOREIGN KEY ("community_id","approval_id") REFERENCES "public"."approvals"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_community_id_grid_id_grids_community_id_id_fk" FOREIGN KEY ("community_id","grid_id") REFERENCES "public"."grids"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_community_id_compound_id_compounds_community_id_id_fk" FOREIGN KEY ("community_id","compound_id") REFERENCES "public"."compounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_subdistrict_id_subdistricts_id_fk" FOREIGN KEY ("subdistrict_id") REFERENCES "public"."subdistricts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compounds" ADD CONSTRAINT "compounds_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_community_id_for_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","for_person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_windows" ADD CONSTRAINT "request_windows_community_id_request_id_requests_community_id_id_fk" FOREIGN KEY ("community_id","request_id") REFERENCES "public"."requests"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_community_id_for_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","for_person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_community_id_asked_by_people_community_id_id_fk" FOREIGN KEY ("community_id","asked_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_skills" ADD CONSTRAINT "held_skills_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_community_id_for_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","for_person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_community_id_person_id_cards_community_id_person_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."cards"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_community_id_person_id_cards_community_id_person_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."cards"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "avoidances_avoided" ON "avoidances" USING btree ("community_id","avoided_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_standing" ON "consents" USING btree ("community_id","person_id","purpose") WHERE "consents"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "households_door" ON "households" USING btree ("community_id","door_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "people_account" ON "people" USING btree ("community_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_phone" ON "people" USING btree ("community_id","phone_hash");--> statement-breakpoint
CREATE INDEX "people_by_account" ON "people" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "people_household" ON "people" USING btree ("community_id","household_id");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin ("search");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_phone" ON "sign_in_codes" USING btree ("phone_hash","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_address" ON "sign_in_codes" USING btree ("address_hash","created_at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("community_id","subject_kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "openings_person" ON "openings" USING btree ("community_id","person_id","at");--> statement-breakpoint
CREATE INDEX "import_runs_newest" ON "import_runs" USING btree ("community_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "kept_mappings_name" ON "kept_mappings" USING btree ("community_id","target","name");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_standing" ON "approvals" USING btree ("community_id","request_id") WHERE "approvals"."status" = 'standing';--> statement-breakpoint
CREATE INDEX "approvals_request" ON "approvals" USING btree ("community_id","request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approved_candidates_person" ON "approved_candidates" USING btree ("community_id","approval_id","person_id");--> statement-breakpoint
CREATE INDEX "approved_candidates_of" ON "approved_candidates" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_once" ON "offers" USING btree ("community_id","approval_id","person_id");--> statement-breakpoint
CREATE INDEX "offers_person" ON "offers" USING btree ("community_id","person_id","status");--> statement-breakpoint
CREATE INDEX "offers_request" ON "offers" USING btree ("community_id","request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_news" ON "notices" USING btree ("community_id","person_id","news_key");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("community_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "shown_messages_reference" ON "shown_messages" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "buildings_name" ON "buildings" USING btree ("community_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "service_records_task" ON "service_records" USING btree ("community_id","task_id");--> statement-breakpoint
CREATE INDEX "service_records_person" ON "service_records" USING btree ("community_id","person_id","served_on");--> statement-breakpoint
CREATE INDEX "service_records_pair" ON "service_records" USING btree ("community_id","for_person_id","person_id");--> statement-breakpoint
CREATE INDEX "requests_open" ON "requests" USING btree ("community_id","life","triage","deadline");--> statement-breakpoint
CREATE INDEX "requests_person" ON "requests" USING btree ("community_id","for_person_id","created_at");--> statement-breakpoint
CREATE INDEX "requests_asked_by" ON "requests" USING btree ("community_id","asked_by");--> statement-breakpoint
CREATE INDEX "held_skills_skill" ON "held_skills" USING btree ("community_id","skill");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_standing" ON "tasks" USING btree ("community_id","kind","subject_id","person_id") WHERE "tasks"."status" not in ('cancelled', 'dropped_out');--> statement-breakpoint
CREATE INDEX "tasks_person" ON "tasks" USING btree ("community_id","person_id","status");--> statement-breakpoint
CREATE INDEX "tasks_for" ON "tasks" USING btree ("community_id","for_person_id");--> statement-breakpoint
CREATE INDEX "tasks_subject" ON "tasks" USING btree ("community_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "cards_status" ON "cards" USING btree ("community_id","status");