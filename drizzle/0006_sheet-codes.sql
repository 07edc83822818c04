CREATE TABLE "sheet_codes" (
	"handle" text PRIMARY KEY NOT NULL,
	"short_code" text NOT NULL,
	"meeting" uuid NOT NULL,
	"item" uuid,
	CONSTRAINT "sheet_codes_short_code_unique" UNIQUE("short_code")
);
--> statement-breakpoint
CREATE INDEX "sheet_codes_meeting" ON "sheet_codes" USING btree ("meeting");