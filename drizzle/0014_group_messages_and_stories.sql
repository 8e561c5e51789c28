CREATE TABLE "group_messages" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_messages_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "group_stories" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "group_stories_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "group_story_pictures" (
	"community_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "group_story_pictures_community_id_file_id_pk" PRIMARY KEY("community_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "group_story_reports" (
	"community_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_story_reports_community_id_story_id_person_id_pk" PRIMARY KEY("community_id","story_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "search" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "group_messages" ADD CONSTRAINT "group_messages_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_messages" ADD CONSTRAINT "group_messages_community_id_author_id_people_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_stories" ADD CONSTRAINT "group_stories_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_stories" ADD CONSTRAINT "group_stories_community_id_author_id_people_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_story_pictures" ADD CONSTRAINT "group_story_pictures_community_id_file_id_files_community_id_id_fk" FOREIGN KEY ("community_id","file_id") REFERENCES "public"."files"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_story_pictures" ADD CONSTRAINT "group_story_pictures_community_id_story_id_group_stories_community_id_id_fk" FOREIGN KEY ("community_id","story_id") REFERENCES "public"."group_stories"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_story_reports" ADD CONSTRAINT "group_story_reports_community_id_story_id_group_stories_community_id_id_fk" FOREIGN KEY ("community_id","story_id") REFERENCES "public"."group_stories"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_story_reports" ADD CONSTRAINT "group_story_reports_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_messages_group" ON "group_messages" USING btree ("community_id","group_id","sent_at");--> statement-breakpoint
CREATE INDEX "group_stories_group" ON "group_stories" USING btree ("community_id","group_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "group_story_pictures_position" ON "group_story_pictures" USING btree ("community_id","story_id","position");