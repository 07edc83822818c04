import type { People } from '#client/live/roster.svelte.ts';
import type { Room } from '#client/live/room.svelte.ts';
import { pointOf } from '#domain/floor/point.ts';
import type { SeatId } from '#domain/journal/ids.ts';
import { m } from '#i18n/messages/messages.js';
import { addressed, capital, pronoun } from '#i18n/person.ts';

/** *ông Bùi Xuân Trường*; the seat's number until names are there. */
export function nameOn(people: People, seat: SeatId): string {
	const called = people.on(seat);
	return called ? addressed(called) : seat;
}
/** The post or the group, and the bridge point: what stands below a speaker's name. */
export function fromWhere(people: People, room: Room, seat: SeatId): string {
	const called = people.on(seat);
	if (!called) return '';
	const point = pointOf(called, room.meeting);
	return [called.post ?? called.group, point && m.floor_atPoint({ point })].filter(Boolean).join(', ');
}
/** The form of address of the person at this screen, as it stands in a sentence. */
export const ownPronoun = (people: People, room: Room): string =>
	pronoun((room.mine && people.of(room.mine.person)?.address) ?? null);
/** As it begins a sentence. */
export const ownPronounFirst = (people: People, room: Room): string => capital(ownPronoun(people, room));
