CREATE TABLE "metric_frames" (
	"slot" timestamp with time zone PRIMARY KEY NOT NULL,
	"frame" text NOT NULL,
	"list" text NOT NULL
);
