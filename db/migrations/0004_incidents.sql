CREATE TABLE "incident_desk" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incident_desk_single" CHECK ("incident_desk"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "incident_logs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"severity" text NOT NULL,
	"status" text NOT NULL,
	"services_affected" jsonb NOT NULL,
	"origin" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"detected_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"published_at" timestamp with time zone,
	"mitigated_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"publish_by" timestamp with time zone,
	"taken_over_at" timestamp with time zone,
	"next_update_by" timestamp with time zone,
	"postmortem_url" text,
	CONSTRAINT "incident_logs_key_unique" UNIQUE("key"),
	CONSTRAINT "incident_logs_severity_known" CHECK ("incident_logs"."severity" IN ('P1', 'P2', 'P3', 'P4')),
	CONSTRAINT "incident_logs_status_known" CHECK ("incident_logs"."status" IN ('INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED')),
	CONSTRAINT "incident_logs_origin_known" CHECK ("incident_logs"."origin" IN ('person', 'monitor')),
	CONSTRAINT "incident_logs_resolved_when" CHECK (("incident_logs"."status" = 'RESOLVED') = ("incident_logs"."resolved_at" IS NOT NULL)),
	CONSTRAINT "incident_logs_postmortem_https" CHECK ("incident_logs"."postmortem_url" LIKE 'https://%')
);
--> statement-breakpoint
CREATE TABLE "incident_updates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "incident_updates_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"incident_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"author" text,
	"status" text NOT NULL,
	"text" text NOT NULL,
	"components" jsonb NOT NULL,
	CONSTRAINT "incident_updates_key" UNIQUE("incident_id","key"),
	CONSTRAINT "incident_updates_kind_known" CHECK ("incident_updates"."kind" IN ('update', 'edit', 'retract', 'note')),
	CONSTRAINT "incident_updates_target_of_changes" CHECK (("incident_updates"."kind" IN ('edit', 'retract')) = ("incident_updates"."target_id" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "maintenance_series" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"services" jsonb NOT NULL,
	"starts_local" text NOT NULL,
	"time_zone" text NOT NULL,
	"duration_sec" integer NOT NULL,
	"rrule" text NOT NULL,
	"author" text NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "maintenance_series_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "maintenance_windows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	"series_id" uuid,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"services" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"author" text,
	CONSTRAINT "maintenance_windows_key_unique" UNIQUE("key"),
	CONSTRAINT "maintenance_windows_of_series" UNIQUE("series_id","starts_at"),
	CONSTRAINT "maintenance_windows_forwards" CHECK ("maintenance_windows"."ends_at" > "maintenance_windows"."starts_at"),
	CONSTRAINT "maintenance_windows_one_end" CHECK ("maintenance_windows"."completed_at" IS NULL OR "maintenance_windows"."cancelled_at" IS NULL)
);
--> statement-breakpoint
ALTER TABLE "incident_updates" ADD CONSTRAINT "incident_updates_incident_id_incident_logs_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident_logs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_windows" ADD CONSTRAINT "maintenance_windows_series_id_maintenance_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."maintenance_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_logs_severity" ON "incident_logs" USING btree ("severity");--> statement-breakpoint
CREATE INDEX "incident_logs_status" ON "incident_logs" USING btree ("status");--> statement-breakpoint
CREATE INDEX "incident_logs_started_at" ON "incident_logs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "incident_updates_order" ON "incident_updates" USING btree ("incident_id","seq");--> statement-breakpoint
CREATE INDEX "maintenance_windows_starts_at" ON "maintenance_windows" USING btree ("starts_at");