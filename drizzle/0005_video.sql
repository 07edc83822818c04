CREATE TABLE "point_devices" (
	"sitting" uuid NOT NULL,
	"point" uuid NOT NULL,
	"device" text NOT NULL,
	"person" uuid NOT NULL,
	"level" text NOT NULL,
	"microphone" boolean DEFAULT false NOT NULL,
	"camera" boolean DEFAULT false NOT NULL,
	"inside" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "point_devices_sitting_point_pk" PRIMARY KEY("sitting","point")
);
--> statement-breakpoint
CREATE TABLE "video_rooms" (
	"sitting" uuid PRIMARY KEY NOT NULL,
	"meeting" uuid NOT NULL,
	"name" uuid NOT NULL,
	"began" text
);
