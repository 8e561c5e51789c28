ALTER TABLE "group_stories" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "fitness" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "fit_stated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_stories" ADD COLUMN "occurrence_id" uuid;--> statement-breakpoint
CREATE INDEX "group_stories_date" ON "group_stories" USING btree ("community_id","occurrence_id");--> statement-breakpoint
ALTER TABLE "group_stories" ADD CONSTRAINT "group_stories_about" CHECK ("group_stories"."group_id" is not null or "group_stories"."occurrence_id" is not null);--> statement-breakpoint
-- The room of activities comes after that of groups, so their tables cannot say this.
ALTER TABLE "group_stories" ADD CONSTRAINT "group_stories_occurrence" FOREIGN KEY ("community_id","occurrence_id") REFERENCES "public"."occurrences"("community_id","id") ON DELETE no action ON UPDATE no action;
