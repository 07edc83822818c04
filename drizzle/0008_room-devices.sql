CREATE TABLE "room_devices" (
	"sitting" uuid NOT NULL,
	"place" text NOT NULL,
	"device" text NOT NULL,
	"person" uuid NOT NULL,
	"level" text NOT NULL,
	"microphone" boolean DEFAULT false NOT NULL,
	"camera" boolean DEFAULT false NOT NULL,
	"inside" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "room_devices_sitting_place_pk" PRIMARY KEY("sitting","place")
);
