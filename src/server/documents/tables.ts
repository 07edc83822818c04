import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { MeetingId, PaperId, PersonId } from '#domain/journal/ids.ts';
import type { Hash } from '#lib/hash.ts';

/** Files that were received for a meeting; only these may become its papers. The bytes lie in the data folder. */
export const paperFiles = pgTable(
	'paper_files',
	{
		meeting: uuid('meeting').$type<MeetingId>().notNull(),
		hash: text('hash').$type<Hash>().notNull(),
		pages: integer('pages').notNull(),
		sizeBytes: integer('size_bytes').notNull(),
		by: uuid('by').$type<PersonId>().notNull(),
		at: timestamp('at', { withTimezone: true }).notNull()
	},
	(t) => [primaryKey({ columns: [t.meeting, t.hash] })]
);
export const papers = pgTable(
	'papers',
	{
		id: uuid('id').$type<PaperId>().primaryKey(),
		meeting: uuid('meeting').$type<MeetingId>().notNull()
	},
	(t) => [index('papers_of_meeting').on(t.meeting)]
);
/** Every version that a paper ever had; the agenda names the one that lies on its item. */
export const paperVersions = pgTable(
	'paper_versions',
	{
		paper: uuid('paper')
			.$type<PaperId>()
			.notNull()
			.references(() => papers.id),
		version: integer('version').notNull(),
		symbol: text('symbol').notNull(),
		title: text('title').notNull(),
		hash: text('hash').$type<Hash>().notNull(),
		pages: integer('pages').notNull(),
		by: uuid('by').$type<PersonId>().notNull(),
		at: timestamp('at', { withTimezone: true }).notNull()
	},
	(t) => [primaryKey({ columns: [t.paper, t.version] })]
);
