CREATE TABLE "record_files" (
	"record" uuid NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_files_record_hash_pk" PRIMARY KEY("record","hash")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting" uuid NOT NULL,
	"organisation" uuid NOT NULL,
	"kind" text NOT NULL,
	"round" uuid,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"journal" jsonb NOT NULL,
	"signers" jsonb NOT NULL,
	"signatures" jsonb NOT NULL,
	"content" jsonb,
	"code" text,
	"file" text,
	"pages" integer,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "records_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "register" (
	"organisation" uuid NOT NULL,
	"type" text NOT NULL,
	"normative" boolean NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"record" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "register_organisation_type_normative_year_number_pk" PRIMARY KEY("organisation","type","normative","year","number")
);
--> statement-breakpoint
CREATE TABLE "register_series" (
	"organisation" uuid NOT NULL,
	"type" text NOT NULL,
	"normative" boolean NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "register_series_organisation_type_normative_year_pk" PRIMARY KEY("organisation","type","normative","year")
);
--> statement-breakpoint
ALTER TABLE "record_files" ADD CONSTRAINT "record_files_record_records_id_fk" FOREIGN KEY ("record") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register" ADD CONSTRAINT "register_record_records_id_fk" FOREIGN KEY ("record") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "records_of_meeting" ON "records" USING btree ("meeting");