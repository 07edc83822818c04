CREATE TABLE "paper_files" (
	"meeting" uuid NOT NULL,
	"hash" text NOT NULL,
	"pages" integer NOT NULL,
	"size_bytes" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_files_meeting_hash_pk" PRIMARY KEY("meeting","hash")
);
--> statement-breakpoint
CREATE TABLE "paper_versions" (
	"paper" uuid NOT NULL,
	"version" integer NOT NULL,
	"symbol" text NOT NULL,
	"title" text NOT NULL,
	"hash" text NOT NULL,
	"pages" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_versions_paper_version_pk" PRIMARY KEY("paper","version")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "removed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_versions" ADD CONSTRAINT "paper_versions_paper_papers_id_fk" FOREIGN KEY ("paper") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "papers_of_meeting" ON "papers" USING btree ("meeting");