CREATE TABLE "service_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_name" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "service_corrections_state_known" CHECK ("service_corrections"."state" IN ('operational', 'degraded', 'partial_outage', 'major_outage', 'unknown')),
	CONSTRAINT "service_corrections_forwards" CHECK ("service_corrections"."to_at" > "service_corrections"."from_at")
);
--> statement-breakpoint
CREATE TABLE "service_months" (
	"service_name" text NOT NULL,
	"month" date NOT NULL,
	"uptime" numeric(6, 3),
	"strict" numeric(6, 3),
	"check_ratio" numeric(6, 3),
	"coverage" numeric(6, 3),
	"displayable" boolean NOT NULL,
	"rules" jsonb NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_months_service_name_month_pk" PRIMARY KEY("service_name","month")
);
--> statement-breakpoint
CREATE INDEX "service_corrections_service" ON "service_corrections" USING btree ("service_name","from_at");