CREATE TABLE "term_plans" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"rows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"earlier" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "term_plans_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "term_plans_quarter_form" CHECK ("term_plans"."quarter" ~ '^20[0-9]{2}-[1-4]$')
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "except_days" date[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "term_plan_id" uuid;--> statement-breakpoint
ALTER TABLE "term_plans" ADD CONSTRAINT "term_plans_community_id_group_id_groups_community_id_id_fk" FOREIGN KEY ("community_id","group_id") REFERENCES "public"."groups"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_plans" ADD CONSTRAINT "term_plans_publisher" FOREIGN KEY ("community_id","published_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "term_plans_quarter" ON "term_plans" USING btree ("community_id","group_id","quarter");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_term_plan" FOREIGN KEY ("community_id","term_plan_id") REFERENCES "public"."term_plans"("community_id","id") ON DELETE no action ON UPDATE no action;