// The sittings of a draft as they are planned anew. What is planned in a sitting stays in it and moves with its beginning.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Agenda } from './agenda.ts';
import type { PlannedSitting } from './meeting.ts';
import { clockOf, lengthOf, minuteOf } from './timing.ts';

export type SittingsRefusal =
	| { readonly code: 'sittingInUse'; readonly date: string; readonly start: string }
	| { readonly code: 'sittingTooShort'; readonly date: string; readonly start: string };
type Planned = { readonly agenda: Agenda; readonly sittings: readonly PlannedSitting[] };

/**
 * Other sittings for a draft, with the agenda's times in them. Refused where one that is left out still has items, or one
 * ends before it has begun.
 */
export function planSittings(
	{ agenda, sittings: before }: Planned,
	sittings: readonly PlannedSitting[]
): Result<Planned, SittingsRefusal> {
	const short = sittings.find((sitting) => lengthOf(sitting) <= 0);
	if (short) return refuse({ code: 'sittingTooShort', date: short.date, start: short.start });
	const used = before.find(({ id }) => isUsed(agenda, id) && sittings.every((sitting) => sitting.id !== id));
	if (used) return refuse({ code: 'sittingInUse', date: used.date, start: used.start });
	const later = new Map(sittings.map(({ id, start }) => [id, minuteOf(start) - startOf(before, id, start)]));
	const moved = agenda.map((item) => ({
		...item,
		slots: item.slots.map((slot) => ({
			...slot,
			start: clockOf(minuteOf(slot.start) + (later.get(slot.sitting) ?? 0))
		}))
	}));
	return ok({ agenda: moved, sittings });
}

const isUsed = (agenda: Agenda, id: PlannedSitting['id']) =>
	agenda.some(({ slots }) => slots.some(({ sitting }) => sitting === id));
/** When a sitting began so far; a new one begins as it is planned. */
const startOf = (before: readonly PlannedSitting[], id: PlannedSitting['id'], otherwise: string) =>
	minuteOf(before.find((one) => one.id === id)?.start ?? otherwise);
