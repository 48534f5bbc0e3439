CREATE TABLE "access_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"place" integer NOT NULL,
	"digest" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "access_tokens_place" UNIQUE("owner","name","place"),
	CONSTRAINT "access_tokens_two_places" CHECK ("access_tokens"."place" IN (1, 2)),
	CONSTRAINT "access_tokens_digest_is_sha256" CHECK ("access_tokens"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "access_tokens_at_most_90_days" CHECK ("access_tokens"."expires_at" <= "access_tokens"."created_at" + interval '90 days')
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	CONSTRAINT "audit_log_actor_kind_known" CHECK ("audit_log"."actor_kind" IN ('user', 'break-glass', 'token', 'cli')),
	CONSTRAINT "audit_log_one_line" CHECK (concat("audit_log"."actor", "audit_log"."action", "audit_log"."subject", "audit_log"."request_id") !~ '[[:cntrl:]]')
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"data" jsonb,
	"version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "session_epoch" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "session_epoch_single" CHECK ("session_epoch"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "spent_ids" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "spent_ids_expiry" ON "spent_ids" USING btree ("expires_at");