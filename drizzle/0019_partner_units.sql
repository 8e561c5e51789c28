CREATE TABLE "partner_units" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"words" text NOT NULL,
	"words_en" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "partner_units_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "partner_units_days" CHECK ("partner_units"."until" is null or "partner_units"."until" >= "partner_units"."since")
);
--> statement-breakpoint
CREATE INDEX "partner_units_kind" ON "partner_units" USING btree ("community_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_units_name" ON "partner_units" USING btree ("community_id","name") WHERE "partner_units"."ended_at" is null;