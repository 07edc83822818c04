CREATE TABLE "screen_pairings" (
	"device_hash" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"meeting" uuid,
	"sitting" uuid,
	CONSTRAINT "screen_pairings_code_hash_unique" UNIQUE("code_hash")
);
