import {
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Given, StepKind, TaskState } from '#domain/followup/task.ts';
import type { MeetingId, NoteId, PersonId, TaskId, UnitId } from '#domain/journal/ids.ts';
import type { Hash } from '#lib/hash.ts';

const time = (name: string) => timestamp(name, { withTimezone: true });

export const tasks = pgTable(
	'tasks',
	{
		id: uuid('id').$type<TaskId>().primaryKey(),
		meeting: uuid('meeting').$type<MeetingId>().notNull(),
		note: uuid('note').$type<NoteId>().notNull(),
		seq: integer('seq').notNull(),
		body: uuid('body').$type<UnitId>().notNull(),
		bodyName: text('body_name').notNull(),
		meetingTitle: text('meeting_title').notNull(),
		item: integer('item'),
		text: text('text').notNull(),
		leadUnit: text('lead_unit').notNull(),
		unit: uuid('unit').$type<UnitId>(),
		person: text('person').notNull(),
		personId: uuid('person_id').$type<PersonId>(),
		due: text('due').notNull(),
		state: text('state').$type<TaskState>().notNull(),
		corrected: jsonb('corrected').$type<Given>(),
		reportedAt: time('reported_at'),
		version: integer('version').notNull()
	},
	(t) => [
		uniqueIndex('tasks_once').on(t.meeting, t.note),
		index('tasks_of_person').on(t.personId),
		index('tasks_of_unit').on(t.unit),
		index('tasks_of_body').on(t.body)
	]
);

const taskOf = () =>
	uuid('task')
		.$type<TaskId>()
		.notNull()
		.references(() => tasks.id);

/** What became of a task, step by step. Rows are only added. */
export const taskSteps = pgTable(
	'task_steps',
	{
		task: taskOf(),
		version: integer('version').notNull(),
		kind: text('kind').$type<StepKind>().notNull(),
		by: uuid('by').$type<PersonId>(),
		at: time('at').notNull(),
		words: text('words').notNull(),
		file: text('file').$type<Hash>(),
		fileName: text('file_name')
	},
	(t) => [primaryKey({ columns: [t.task, t.version] })]
);

/** Files that were received for a task; only these may prove a report. The bytes lie in the data folder. */
export const taskFiles = pgTable(
	'task_files',
	{
		task: taskOf(),
		hash: text('hash').$type<Hash>().notNull(),
		type: text('type').notNull(),
		sizeBytes: integer('size_bytes').notNull(),
		by: uuid('by').$type<PersonId>().notNull(),
		at: time('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.task, t.hash] })]
);
