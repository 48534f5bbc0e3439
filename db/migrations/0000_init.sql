CREATE TABLE "evaluator" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"slot" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"run" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evaluator_single" CHECK ("evaluator"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "probe_results" (
	"service_name" text NOT NULL,
	"slot" timestamp with time zone NOT NULL,
	"vantage" text DEFAULT 'edge' NOT NULL,
	"result" text NOT NULL,
	"latency" integer,
	"checked_at" timestamp with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "probe_results_service_name_slot_vantage_pk" PRIMARY KEY("service_name","slot","vantage"),
	CONSTRAINT "probe_results_result_known" CHECK ("probe_results"."result" IN ('up', 'degraded', 'partial', 'down', 'none'))
);
--> statement-breakpoint
CREATE TABLE "service_statuses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"service_name" text NOT NULL,
	"display_name" text NOT NULL,
	"status" text NOT NULL,
	"latency" integer,
	"last_checked_at" timestamp with time zone NOT NULL,
	"last_measured_at" timestamp with time zone,
	"reason" text,
	"metadata" jsonb,
	"uptime_percentage" numeric(5, 2),
	CONSTRAINT "service_statuses_service_name_unique" UNIQUE("service_name"),
	CONSTRAINT "service_statuses_status_known" CHECK ("service_statuses"."status" IN ('UP', 'DEGRADED', 'DOWN', 'UNKNOWN'))
);
--> statement-breakpoint
CREATE INDEX "probe_results_slot" ON "probe_results" USING btree ("slot");--> statement-breakpoint
CREATE INDEX "service_statuses_status" ON "service_statuses" USING btree ("status");