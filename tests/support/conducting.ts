// A council of four in the browser, its second vote open or closed, and somebody who conducts against a server that
// answers as it is told. Cường presides, Liên is a secretary who votes; both and Toàn are present, Minh is absent.
import type { Component } from 'svelte';
import { vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Conduct } from '#client/live/conduct.svelte.ts';
import { People } from '#client/live/roster.svelte.ts';
import { Room } from '#client/live/room.svelte.ts';
import type { Sent } from '#client/live/send.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import { viewOf, type Audience } from '#domain/live/audience.ts';
import { emptyMeeting, fold, type LiveEvent } from '#domain/live/meeting.ts';
import type { Roster } from '#domain/meetings/roster.ts';
import type { Tally } from '#domain/voting/vote-round.ts';
import type { Hash } from '#lib/hash.ts';
import InHall from './InHall.svelte';
import { before, meeting, opened, roster, round } from './conducting-events.ts';

export { meeting, round, roster };

export const closed = (tally: Tally): LiveEvent[] => [
	{
		type: 'voting.roundClosed',
		round,
		box: { received: 56, root: 'root' as Hash, tally, notCast: 1, absent: 3 }
	}
];

/** The room as an audience has it, after these events; the person at the screen sits there. */
export const roomOf = (audience: Audience, seat: string, events: readonly LiveEvent[] = []) =>
	roomAfter([...opened, ...events], { audience, seat });
/** The room while an item is in hand and no round open. */
export const roomInItem = (audience: Audience, seat: string, events: readonly LiveEvent[] = []) =>
	roomAfter([...before, ...events], { audience, seat });

function roomAfter(events: readonly LiveEvent[], { audience, seat }: { audience: Audience; seat: string }) {
	const live = viewOf(fold(emptyMeeting, events), audience);
	const room = new Room({ audience, seq: 9, live });
	const own = roster.find((one) => one.seat === seat);
	room.concern({
		person: own?.person ?? ('nobody' as PersonId),
		seat: own?.seat ?? null,
		roles: own?.roles ?? [],
		audiences: [audience],
		votes: own !== undefined,
		present: own !== undefined
	});
	return room;
}
/** Whose places have pressed, by bits from the first of the roster. */
export const press = (room: Room, bits: number, count: number) =>
	room.press({ round, count, places: btoa(String.fromCharCode(bits)) });

type Shown<Given extends Record<string, unknown>> = {
	part: Component<Given>;
	given: Given;
	answers?: Sent[];
	people?: Roster;
};
/** Shows a part in its room; what is sent is written down and answered in turn. */
export async function show<Given extends Record<string, unknown>>(
	room: Room,
	{ part, given, answers = [], people: named = roster }: Shown<Given>
) {
	vi.stubGlobal('fetch', async () => Response.json(named));
	const sent: { name: string; input: object }[] = [];
	const people = new People(meeting, room);
	people.load();
	const conduct = new Conduct(meeting, room, async (_, name, input) => {
		sent.push({ name, input });
		return answers.shift() ?? { state: 'recorded', seq: 10 };
	});
	await render(InHall<Given>, { room, people, conduct, part, given });
	return { sent };
}
