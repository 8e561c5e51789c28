ALTER TABLE "activities" ADD COLUMN "risk_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cleanup_areas" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cleanup_areas" ADD COLUMN "work_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cleanup_areas" ADD COLUMN "meet_at_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cleanups" ADD COLUMN "risk_en" text DEFAULT '' NOT NULL;