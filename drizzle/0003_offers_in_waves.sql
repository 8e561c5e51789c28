ALTER TABLE "offers" ADD COLUMN "remind_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "scarce" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "beyond_budget" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "offers_open" ON "offers" USING btree ("community_id","request_id","person_id") WHERE "offers"."status" in ('waiting', 'sent', 'other_time_proposed');--> statement-breakpoint
CREATE INDEX "offers_sent" ON "offers" USING btree ("community_id","sent_at");