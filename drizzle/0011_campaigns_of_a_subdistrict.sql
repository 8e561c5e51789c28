CREATE TABLE "guests" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"home_community_id" uuid NOT NULL,
	"home_person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "guests_community_id_person_id_pk" PRIMARY KEY("community_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "subdistrict_campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subdistrict_id" uuid NOT NULL,
	"name" text NOT NULL,
	"purpose" text,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"need" text NOT NULL,
	"minutes" integer NOT NULL,
	"rhythm" text NOT NULL,
	"pairs_per_member" integer NOT NULL,
	"alarm_minutes" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paired_at" timestamp with time zone,
	"plan_cost" integer,
	CONSTRAINT "subdistrict_campaigns_days" CHECK ("subdistrict_campaigns"."from_day" <= "subdistrict_campaigns"."to_day")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_members" ADD COLUMN "places" integer;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "subdistrict_campaign_id" uuid;--> statement-breakpoint
-- Pairs that are offered already were offered when they were approved; a default fills them in whatever policies say.
ALTER TABLE "pairings" ADD COLUMN "offered_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "pairings" ALTER COLUMN "offered_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdistrict_campaigns" ADD CONSTRAINT "subdistrict_campaigns_subdistrict_id_subdistricts_id_fk" FOREIGN KEY ("subdistrict_id") REFERENCES "public"."subdistricts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdistrict_campaigns" ADD CONSTRAINT "subdistrict_campaigns_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guests_home" ON "guests" USING btree ("community_id","home_person_id");--> statement-breakpoint
CREATE INDEX "subdistrict_campaigns_subdistrict" ON "subdistrict_campaigns" USING btree ("subdistrict_id","created_at");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_subdistrict_campaign_id_subdistrict_campaigns_id_fk" FOREIGN KEY ("subdistrict_campaign_id") REFERENCES "public"."subdistrict_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_subdistrict" ON "campaigns" USING btree ("community_id","subdistrict_campaign_id");--> statement-breakpoint
ALTER TABLE "campaign_members" ADD CONSTRAINT "campaign_members_places" CHECK ("campaign_members"."places" between 0 and 10);