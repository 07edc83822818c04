import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { MeetingId, PersonId, SittingId } from '#domain/journal/ids.ts';
import type { Level } from '#domain/video/line.ts';

/** The room of a sitting on the video server. Its name says nothing to whoever hears it. */
export const videoRooms = pgTable('video_rooms', {
	sitting: uuid('sitting').$type<SittingId>().primaryKey(),
	meeting: uuid('meeting').$type<MeetingId>().notNull(),
	name: uuid('name').notNull(),
	/** What the video server calls the room since it last began: another one means that everybody has to join anew. */
	began: text('began')
});
/**
 * Which device holds a place in a room, and when it last gave a sign: a point, the chair, a hall screen, a console that watches. Not
 * history: a row older than fifteen seconds says that the line is gone.
 */
export const roomDevices = pgTable(
	'room_devices',
	{
		sitting: uuid('sitting').$type<SittingId>().notNull(),
		/** As `placeOf` says it. */
		place: text('place').notNull(),
		device: text('device').notNull(),
		person: uuid('person').$type<PersonId>().notNull(),
		level: text('level').$type<Level>().notNull(),
		microphone: boolean('microphone').notNull().default(false),
		camera: boolean('camera').notNull().default(false),
		/** Whether it is in the room, not only before its door. */
		inside: boolean('inside').notNull().default(false),
		seenAt: timestamp('seen_at', { withTimezone: true }).notNull()
	},
	(t) => [primaryKey({ columns: [t.sitting, t.place] })]
);
