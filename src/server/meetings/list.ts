import * as v from 'valibot';
import type { MeetingsPage } from '#domain/meetings/pages.ts';
import { ok } from '#lib/result.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { unitsOfRole } from '#server/accounts/queries.ts';
import { query } from '#server/platform/desk.ts';
import { meetingsOf, withProfile } from './queries.ts';

const bodiesServed = async (
	tx: Parameters<typeof unitsOfRole>[0],
	person: Parameters<typeof unitsOfRole>[1]
) => withProfile(tx, await unitsOfRole(tx, person, 'secretary'));

/** One's own meetings, and the bodies for which one prepares them. */
export const meetingsPage = query({
	name: 'meetings.listPage',
	needs: 'meetings.listOwn',
	input: v.object({}),
	actor: actorOutside,
	work: async (tx, { by: { person } }) =>
		ok<MeetingsPage>({ lines: await meetingsOf(tx, person), bodies: await bodiesServed(tx, person) })
});

/** The bodies for which a meeting may be made: for whoever is secretary of one. */
export const newMeetingPage = query({
	name: 'meetings.newMeetingPage',
	needs: 'meetings.prepare',
	input: v.object({}),
	actor: actorOutside,
	work: async (tx, { by: { person } }) => ok({ bodies: await bodiesServed(tx, person) })
});
