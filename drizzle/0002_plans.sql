CREATE TABLE "plan_decisions" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"applied" boolean NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_decisions_community_id_plan_id_request_id_person_id_applied_pk" PRIMARY KEY("community_id","plan_id","request_id","person_id","applied")
);
--> statement-breakpoint
CREATE TABLE "planned_pairs" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"cost" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"second_id" uuid,
	"second_cost" integer,
	"locked" boolean NOT NULL,
	CONSTRAINT "planned_pairs_community_id_plan_id_request_id_person_id_pk" PRIMARY KEY("community_id","plan_id","request_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "planned_requests" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"request_version" integer NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"eligible" integer DEFAULT 0 NOT NULL,
	"stopped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"relaxations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"refusal" jsonb,
	"approval_id" uuid,
	"approved_at" timestamp with time zone,
	CONSTRAINT "planned_requests_community_id_plan_id_request_id_pk" PRIMARY KEY("community_id","plan_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"based_on" uuid,
	"status" text NOT NULL,
	"failure" text,
	"progress" real DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"weights_version" integer,
	"took" integer,
	"wanted" integer,
	"found" integer,
	"cost" bigint,
	"bound" double precision,
	"let_off" integer,
	"load" jsonb,
	"helps" jsonb,
	CONSTRAINT "plans_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_decisions" ADD CONSTRAINT "plan_decisions_community_id_plan_id_request_id_planned_requests_community_id_plan_id_request_id_fk" FOREIGN KEY ("community_id","plan_id","request_id") REFERENCES "public"."planned_requests"("community_id","plan_id","request_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_decisions" ADD CONSTRAINT "plan_decisions_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_pairs" ADD CONSTRAINT "planned_pairs_community_id_plan_id_request_id_planned_requests_community_id_plan_id_request_id_fk" FOREIGN KEY ("community_id","plan_id","request_id") REFERENCES "public"."planned_requests"("community_id","plan_id","request_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_pairs" ADD CONSTRAINT "planned_pairs_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_requests" ADD CONSTRAINT "planned_requests_community_id_plan_id_plans_community_id_id_fk" FOREIGN KEY ("community_id","plan_id") REFERENCES "public"."plans"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_requests" ADD CONSTRAINT "planned_requests_community_id_request_id_requests_community_id_id_fk" FOREIGN KEY ("community_id","request_id") REFERENCES "public"."requests"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_community_id_based_on_plans_community_id_id_fk" FOREIGN KEY ("community_id","based_on") REFERENCES "public"."plans"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "planned_pairs_person" ON "planned_pairs" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "planned_requests_request" ON "planned_requests" USING btree ("community_id","request_id");--> statement-breakpoint
CREATE INDEX "plans_newest" ON "plans" USING btree ("community_id","created_at");