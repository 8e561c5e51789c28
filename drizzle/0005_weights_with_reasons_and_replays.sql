CREATE TABLE "replays" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"against" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "replays_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "weight_versions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "replays" ADD CONSTRAINT "replays_community_id_requested_by_people_community_id_id_fk" FOREIGN KEY ("community_id","requested_by") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replays_asked" ON "replays" USING btree ("community_id","requested_at");