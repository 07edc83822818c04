// When a task is due, counted in days of Vietnam. What is due by a rule in words is never overdue by itself.
import { dayOf, instantOfIso, type Instant } from '#lib/time.ts';
import type { TaskState } from './task.ts';

const dayMs = 24 * 3_600_000;
type Day = string;
type Due = { readonly due: string; readonly state: TaskState; readonly reportedAt: Instant | null };

/** The date on which it is due, `2027-06-30`; null where it is due by a rule in words. */
export const dueDay = (due: string): Day | null =>
	/^\d{4}-\d{2}-\d{2}$/.test(due) && !Number.isNaN(instantOfIso(due)) ? due : null;
const daysBetween = (from: Day, to: Day) => Math.round((instantOfIso(to) - instantOfIso(from)) / dayMs);

/**
 * How a task stands on a day. `late`: the due day is over, and nothing was reported, by how many days; whoever reports on the
 * due day itself is in time. `reported`: it waits to be confirmed, and came so many days late.
 */
export type Standing =
	| { readonly type: 'late'; readonly days: number }
	| { readonly type: 'due'; readonly days: number }
	| { readonly type: 'undated' }
	| { readonly type: 'reported'; readonly lateDays: number }
	| { readonly type: 'confirmed' };
export function standingOf({ due, state, reportedAt }: Due, today: Day): Standing {
	const day = dueDay(due);
	if (state === 'confirmed') return { type: 'confirmed' };
	if (state === 'reported') {
		const lateDays = day && reportedAt ? Math.max(0, daysBetween(day, dayOf(reportedAt))) : 0;
		return { type: 'reported', lateDays };
	}
	if (!day) return { type: 'undated' };
	const days = daysBetween(today, day);
	return days < 0 ? { type: 'late', days: -days } : { type: 'due', days };
}

const soonDays = 7;
export const dueGroups = ['late', 'soon', 'reported', 'later', 'undated', 'confirmed'] as const;
export type DueGroup = (typeof dueGroups)[number];
export function groupOf(standing: Standing): DueGroup {
	return standing.type === 'due' ? (standing.days <= soonDays ? 'soon' : 'later') : standing.type;
}

/** By due day, the nearest first; what has none stands last, in the order in which it came. */
export const byDue = (a: { readonly due: string }, b: { readonly due: string }) =>
	(dueDay(a.due) ?? '9999').localeCompare(dueDay(b.due) ?? '9999');
