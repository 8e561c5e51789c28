CREATE TABLE "course_completions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" text NOT NULL,
	"held" integer NOT NULL,
	"attended" integer NOT NULL,
	"skill" text,
	"level" integer,
	"completed_on" date NOT NULL,
	"expires_on" date,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"reason" text,
	CONSTRAINT "course_completions_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "course_completions_attended" CHECK ("course_completions"."attended" between 1 and "course_completions"."held")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"community_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"teacher" text NOT NULL,
	"material" text NOT NULL,
	"threshold" integer NOT NULL,
	"skill" text,
	"level" integer,
	"months" integer,
	CONSTRAINT "courses_community_id_activity_id_pk" PRIMARY KEY("community_id","activity_id"),
	CONSTRAINT "courses_threshold" CHECK ("courses"."threshold" between 1 and 100),
	CONSTRAINT "courses_level" CHECK ("courses"."level" between 1 and 3 and ("courses"."skill" is null) = ("courses"."level" is null)),
	CONSTRAINT "courses_months" CHECK ("courses"."months" between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "course_completions" ADD CONSTRAINT "course_completions_community_id_activity_id_activities_community_id_id_fk" FOREIGN KEY ("community_id","activity_id") REFERENCES "public"."activities"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_completions" ADD CONSTRAINT "course_completions_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_community_id_activity_id_activities_community_id_id_fk" FOREIGN KEY ("community_id","activity_id") REFERENCES "public"."activities"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "course_completions_number" ON "course_completions" USING btree ("community_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "course_completions_once" ON "course_completions" USING btree ("community_id","activity_id","person_id") WHERE "course_completions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "course_completions_person" ON "course_completions" USING btree ("community_id","person_id");