CREATE TABLE "group_shares" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"host_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"status" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_shares_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "group_shares_sides" CHECK ("group_shares"."home_id" <> "group_shares"."host_id" and "group_shares"."community_id" in ("group_shares"."home_id", "group_shares"."host_id"))
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_units" ADD COLUMN "search" text[] NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "group_shares_once" ON "group_shares" USING btree ("community_id","group_id","host_id") WHERE "group_shares"."status" in ('offered', 'agreed');--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_community_id_partner_id_partner_units_community_id_id_fk" FOREIGN KEY ("community_id","partner_id") REFERENCES "public"."partner_units"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_story_reports_person" ON "group_story_reports" USING btree ("community_id","person_id","at");--> statement-breakpoint
CREATE INDEX "groups_partner" ON "groups" USING btree ("community_id","partner_id");