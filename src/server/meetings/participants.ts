import type { SeatId, UnitId } from '#domain/journal/ids.ts';
import type { Called, Roster } from '#domain/meetings/roster.ts';
import { membersOf, staffOf } from '#server/accounts/queries.ts';
import type { Tx } from '#server/platform/db.ts';

/**
 * Who takes part in a meeting of a body: its members with a seat each, in their order, and after them whoever serves the
 * body without being a member. A member who serves it too, as its chair or secretary, has both parts.
 */
export async function participantsFrom(tx: Tx, body: UnitId): Promise<Roster> {
	const [members, staff] = [await membersOf(tx, body), await staffOf(tx, body)];
	const rolesOf = (person: string) => staff.find(({ id }) => id === person)?.roles ?? [];
	const seated = members.map(({ id: person, name, address, code, place, title, group }): Called => ({
		person,
		name,
		address,
		roles: [...rolesOf(person), 'delegate'],
		seat: seatFor(code ?? String(place)),
		point: null,
		mandate: code,
		group,
		post: title
	}));
	const serving = staff
		.filter(({ id }) => !members.some((member) => member.id === id))
		.map(({ id: person, name, address, title, roles }): Called => ({
			person,
			name,
			address,
			roles,
			seat: null,
			point: null,
			mandate: null,
			group: null,
			post: title
		}));
	return [...seated, ...serving];
}
/** A member's seat is named by the mandate's code. */
const seatFor = (code: string): SeatId => code as SeatId;
