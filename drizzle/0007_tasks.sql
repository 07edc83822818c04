CREATE TABLE "task_files" (
	"task" uuid NOT NULL,
	"hash" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_files_task_hash_pk" PRIMARY KEY("task","hash")
);
--> statement-breakpoint
CREATE TABLE "task_steps" (
	"task" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	"words" text NOT NULL,
	"file" text,
	"file_name" text,
	CONSTRAINT "task_steps_task_version_pk" PRIMARY KEY("task","version")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting" uuid NOT NULL,
	"note" uuid NOT NULL,
	"seq" integer NOT NULL,
	"body" uuid NOT NULL,
	"body_name" text NOT NULL,
	"meeting_title" text NOT NULL,
	"item" integer,
	"text" text NOT NULL,
	"lead_unit" text NOT NULL,
	"unit" uuid,
	"person" text NOT NULL,
	"person_id" uuid,
	"due" text NOT NULL,
	"state" text NOT NULL,
	"corrected" jsonb,
	"reported_at" timestamp with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "task_files" ADD CONSTRAINT "task_files_task_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_steps" ADD CONSTRAINT "task_steps_task_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_once" ON "tasks" USING btree ("meeting","note");--> statement-breakpoint
CREATE INDEX "tasks_of_person" ON "tasks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tasks_of_unit" ON "tasks" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "tasks_of_body" ON "tasks" USING btree ("body");