CREATE TABLE "service_days" (
	"service_name" text NOT NULL,
	"day" date NOT NULL,
	"operational" integer NOT NULL,
	"degraded" integer NOT NULL,
	"partial_outage" integer NOT NULL,
	"major_outage" integer NOT NULL,
	"unknown" integer NOT NULL,
	"rounds" integer NOT NULL,
	"up_rounds" integer NOT NULL,
	"frozen_at" timestamp with time zone,
	CONSTRAINT "service_days_service_name_day_pk" PRIMARY KEY("service_name","day")
);
--> statement-breakpoint
CREATE TABLE "service_intervals" (
	"service_name" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone,
	"state" text NOT NULL,
	"deciding" jsonb NOT NULL,
	CONSTRAINT "service_intervals_service_name_from_at_pk" PRIMARY KEY("service_name","from_at"),
	CONSTRAINT "service_intervals_state_known" CHECK ("service_intervals"."state" IN ('operational', 'degraded', 'partial_outage', 'major_outage', 'unknown')),
	CONSTRAINT "service_intervals_forwards" CHECK ("service_intervals"."to_at" > "service_intervals"."from_at")
);
--> statement-breakpoint
CREATE TABLE "service_runs" (
	"service_name" text NOT NULL,
	"first_slot" timestamp with time zone NOT NULL,
	"result" text NOT NULL,
	"count" integer NOT NULL,
	"interval_sec" double precision NOT NULL,
	"latency_min" integer,
	"latency_median" integer,
	"latency_max" integer,
	CONSTRAINT "service_runs_service_name_first_slot_pk" PRIMARY KEY("service_name","first_slot"),
	CONSTRAINT "service_runs_result_known" CHECK ("service_runs"."result" IN ('up', 'degraded', 'partial', 'down', 'none'))
);
--> statement-breakpoint
ALTER TABLE "service_statuses" ADD COLUMN "record" jsonb;