// Planned times of an agenda. Where items change places or length, what follows moves with them; breaks stay where they
// were: between the same two places of the sitting.
import type { SittingId } from '../journal/ids.ts';
import type { Agenda, AgendaItem, Slot } from './agenda.ts';
import type { PlannedSitting } from './meeting.ts';

const perHour = 60;
/** Minutes since midnight of a clock time such as `08:20`. */
export function minuteOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return hours * perHour + minutes;
}
/** The clock time of a minute of the day; the day ends at 23:59. */
export function clockOf(minute: number): string {
	const within = Math.min(Math.max(minute, 0), 24 * perHour - 1);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(Math.floor(within / perHour))}:${two(within % perHour)}`;
}
export const lengthOf = ({ start, end }: Pick<PlannedSitting, 'start' | 'end'>) =>
	minuteOf(end) - minuteOf(start);

/** When the last item planned in a sitting ends, as minute of the day; null where none is planned in it. */
export function endIn(agenda: Agenda, sitting: SittingId): number | null {
	const ends = slotsIn(agenda, sitting).map(({ start, minutes }) => minuteOf(start) + minutes);
	return ends.length > 0 ? Math.max(...ends) : null;
}

/** Where the next item of a sitting would begin. */
export function nextStart(agenda: Agenda, sitting: PlannedSitting): string {
	const end = endIn(agenda, sitting.id);
	return end === null ? sitting.start : clockOf(end);
}

const slotsIn = (agenda: Agenda, sitting: SittingId): readonly Slot[] =>
	agenda.flatMap(({ slots }) => slots.filter((slot) => slot.sitting === sitting));
const sequence = (agenda: Agenda, sitting: SittingId) =>
	agenda.flatMap(({ id, slots }) =>
		slots.filter((slot) => slot.sitting === sitting).map(({ minutes }) => `${id} ${minutes}`)
	);

/** Gives the items of each sitting whose order or lengths have changed their new times, one after the other. */
export function inNewTimes(before: Agenda, after: Agenda): Agenda {
	const sittings = new Set(after.flatMap(({ slots }) => slots.map(({ sitting }) => sitting)));
	return [...sittings]
		.filter((sitting) => sequence(before, sitting).join() !== sequence(after, sitting).join())
		.reduce((agenda, sitting) => laidOut(agenda, sitting, slotsIn(before, sitting)), after);
}

function laidOut(agenda: Agenda, sitting: SittingId, before: readonly Slot[]): Agenda {
	const old = before
		.map(({ start, minutes }) => ({ start: minuteOf(start), minutes }))
		.toSorted((a, b) => a.start - b.start);
	const gaps = old.map(({ start, minutes }, at) => Math.max(0, (old[at + 1]?.start ?? 0) - start - minutes));
	let [minute, place] = [old[0]?.start ?? 0, 0];
	const next = (slot: Slot): Slot => {
		if (slot.sitting !== sitting) return slot;
		const laid = { ...slot, start: clockOf(minute) };
		minute += slot.minutes + (gaps[place++] ?? 0);
		return laid;
	};
	return agenda.map((item): AgendaItem => ({ ...item, slots: item.slots.map(next) }));
}

/** The agenda with another length for an item in one sitting; what follows moves with it. Unchanged where it is unknown. */
export function withMinutes(
	agenda: Agenda,
	{ item, sitting, minutes }: { item: AgendaItem['id']; sitting: SittingId; minutes: number }
): Agenda {
	const longer = (slot: Slot) => (slot.sitting === sitting ? { ...slot, minutes } : slot);
	const changed = agenda.map((one) => (one.id === item ? { ...one, slots: one.slots.map(longer) } : one));
	return inNewTimes(agenda, changed);
}
