import {
	boolean,
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
import type { MeetingId, PersonId, RecordId, RoundId, UnitId } from '#domain/journal/ids.ts';
import type { AnyRecordContent, RecordKind } from '#domain/records/content.ts';
import type { RecordDraft } from '#domain/records/draft.ts';
import type { NamedSigner, RecordState, SignatureGiven } from '#domain/records/record.ts';
import type { Hash } from '#lib/hash.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const time = (name: string) => timestamp(name, { withTimezone: true });

export const records = pgTable(
	'records',
	{
		id: uuid('id').$type<RecordId>().primaryKey(),
		meeting: uuid('meeting').$type<MeetingId>().notNull(),
		organisation: uuid('organisation').$type<UnitId>().notNull(),
		kind: text('kind').$type<RecordKind>().notNull(),
		/** The round that carried the resolution; null for minutes. */
		round: uuid('round').$type<RoundId>(),
		state: text('state').$type<RecordState>().notNull(),
		version: integer('version').notNull(),
		draft: jsonb('draft').$type<RecordDraft>().notNull(),
		/** How far the journal reached when the draft was drawn from it. */
		journal: jsonb('journal').$type<{ readonly size: number; readonly head: Hash }>().notNull(),
		signers: jsonb('signers').$type<readonly NamedSigner[]>().notNull(),
		signatures: jsonb('signatures').$type<readonly SignatureGiven[]>().notNull(),
		content: jsonb('content').$type<AnyRecordContent>(),
		code: text('code').unique(),
		file: text('file').$type<Hash>(),
		pages: integer('pages'),
		changedAt: time('changed_at').notNull()
	},
	(t) => [index('records_of_meeting').on(t.meeting)]
);

/** Every stage of a record's file, under its hash. Rows are only added. */
export const recordFiles = pgTable(
	'record_files',
	{
		record: uuid('record')
			.$type<RecordId>()
			.notNull()
			.references(() => records.id),
		hash: text('hash').$type<Hash>().notNull(),
		bytes: bytes('bytes').notNull(),
		at: time('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.record, t.hash] })]
);

const series = () => ({
	organisation: uuid('organisation').$type<UnitId>().notNull(),
	type: text('type').notNull(),
	normative: boolean('normative').notNull(),
	year: integer('year').notNull()
});

/** The register of outgoing documents: each number of a series once, for ever, also where its record was given up. */
export const register = pgTable(
	'register',
	{
		...series(),
		number: integer('number').notNull(),
		record: uuid('record')
			.$type<RecordId>()
			.notNull()
			.references(() => records.id),
		state: text('state').$type<'inUse' | 'givenUp'>().notNull(),
		reason: text('reason'),
		takenBy: uuid('taken_by').$type<PersonId>().notNull(),
		takenAt: time('taken_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.organisation, t.type, t.normative, t.year, t.number] })]
);

/** Where a series stood when this register took it over in the course of a year. */
export const registerSeries = pgTable(
	'register_series',
	{ ...series(), last: integer('last').notNull() },
	(t) => [primaryKey({ columns: [t.organisation, t.type, t.normative, t.year] })]
);
