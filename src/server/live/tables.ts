import {
	customType,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';
import type { CommandId, ItemId, MeetingId, PersonId, SittingId } from '#domain/journal/ids.ts';
import type { Tree } from '#domain/journal/tree.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** Rows are only added: the application's role may not update or delete here. */
export const journal = pgTable(
	'journal',
	{
		meeting: uuid('meeting').$type<MeetingId>().notNull(),
		seq: integer('seq').notNull(),
		actor: uuid('actor').$type<PersonId>().notNull(),
		command: uuid('command').$type<CommandId>().notNull(),
		bytes: bytes('bytes').notNull()
	},
	(t) => [primaryKey({ columns: [t.meeting, t.seq] }), index('journal_commands').on(t.meeting, t.command)]
);
/** One row per meeting: its number, its lock, the head of its tree, and now and then its fold. */
export const liveMeetings = pgTable('live_meetings', {
	meeting: uuid('meeting').$type<MeetingId>().primaryKey(),
	seq: integer('seq').notNull(),
	at: timestamp('at', { withTimezone: true }).notNull(),
	tree: jsonb('tree').$type<Tree>().notNull(),
	foldSeq: integer('fold_seq').notNull(),
	fold: text('fold').notNull()
});
export const presence = pgTable(
	'presence',
	{
		meeting: uuid('meeting').$type<MeetingId>().notNull(),
		person: uuid('person').$type<PersonId>().notNull(),
		seenAt: timestamp('seen_at', { withTimezone: true }).notNull()
	},
	(t) => [primaryKey({ columns: [t.meeting, t.person] })]
);
/** Screens that wait for somebody to type their code, and those that have just been paired. Codes and devices as hashes. */
export const screenPairings = pgTable('screen_pairings', {
	deviceHash: text('device_hash').primaryKey(),
	codeHash: text('code_hash').notNull().unique(),
	expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
	/** Null until the code has been typed. */
	meeting: uuid('meeting').$type<MeetingId>(),
	sitting: uuid('sitting').$type<SittingId>()
});
/**
 * The codes of the printed sheet, of a meeting (item null) and of its items. As they are, not as hashes: a sheet is printed
 * again, and a code opens nothing that its reader may not see anyway.
 */
export const sheetCodes = pgTable(
	'sheet_codes',
	{
		handle: text('handle').primaryKey(),
		shortCode: text('short_code').notNull().unique(),
		meeting: uuid('meeting').$type<MeetingId>().notNull(),
		item: uuid('item').$type<ItemId>()
	},
	(t) => [index('sheet_codes_meeting').on(t.meeting)]
);
