-- Pairs that are offered already were offered when they were approved; a default fills them in whatever policies say.
ALTER TABLE "pairings" ADD COLUMN "offered_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "pairings" ALTER COLUMN "offered_at" DROP DEFAULT;
