import {
	boolean,
	customType,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';
import type { MeetingId, PersonId, RoundId, SeatId, SittingId } from '#domain/journal/ids.ts';
import type { Hash } from '#lib/hash.ts';
import type { RollOfVotes } from '#domain/voting/vote-round.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const voteRounds = pgTable('vote_rounds', {
	id: uuid('id').$type<RoundId>().primaryKey(),
	meeting: uuid('meeting').$type<MeetingId>().notNull(),
	sitting: uuid('sitting').$type<SittingId>().notNull(),
	state: text('state').notNull(),
	secret: boolean('secret').notNull(),
	mayChange: boolean('may_change').notNull(),
	membership: integer('membership').notNull(),
	openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
	/** Set when announced, in open rounds: what the page of the roll shows. */
	roll: jsonb('roll').$type<RollOfVotes>()
});
/** Frozen when the round opens; `place` is the voter's in the list. */
export const roundVoters = pgTable(
	'round_voters',
	{
		round: uuid('round').$type<RoundId>().notNull(),
		person: uuid('person').$type<PersonId>().notNull(),
		seat: text('seat').$type<SeatId>().notNull(),
		place: integer('place').notNull()
	},
	(t) => [primaryKey({ columns: [t.round, t.person] })]
);
/** Rows are only added: the highest attempt of a voter counts. */
export const ballots = pgTable(
	'ballots',
	{
		round: uuid('round').$type<RoundId>().notNull(),
		voter: uuid('voter').$type<PersonId>().notNull(),
		attempt: integer('attempt').notNull(),
		statement: bytes('statement').notNull(),
		hash: text('hash').$type<Hash>().notNull(),
		signature: bytes('signature'),
		assurance: text('assurance').notNull(),
		receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.round, t.voter, t.attempt] })]
);
