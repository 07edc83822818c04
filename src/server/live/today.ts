// The page of today composes what waits for one person: his meetings, their state now, and his notices.
import * as v from 'valibot';
import type { PersonId } from '#domain/journal/ids.ts';
import type { TodayPage } from '#domain/live/today.ts';
import type { MeetingLine } from '#domain/meetings/pages.ts';
import { begun, sittingNow, tasksOf, upcoming, type Current, type Upcoming } from '#domain/meetings/today.ts';
import { isOfTask, type Notice } from '#domain/notices/notice.ts';
import { ok } from '#lib/result.ts';
import { dayOf, instant, type Instant } from '#lib/time.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { personNamed } from '#server/accounts/queries.ts';
import { meetingsOf } from '#server/meetings/queries.ts';
import { waitingFor } from '#server/notices/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { current } from './state.ts';

export const todayPage = query({
	name: 'live.todayPage',
	needs: 'notices.readOwn',
	input: v.object({}),
	actor: actorOutside,
	async work(tx, { by, at }) {
		const lines = await meetingsOf(tx, by.person);
		return ok<TodayPage>({
			at,
			person: await personNamed(tx, by.person),
			current: await currentOf(tx, lines, at),
			sittings: sittingsFrom(lines, at),
			tasks: tasksOf(lines),
			notices: await noticesFor(tx, by.person, lines)
		});
	}
});

/** Who is signed in and how much waits: for the frame around every page. */
export const frameOfPages = query({
	name: 'live.frameOfPages',
	needs: 'notices.readOwn',
	input: v.object({}),
	actor: actorOutside,
	async work(tx, { by }) {
		const lines = await meetingsOf(tx, by.person);
		const person = await personNamed(tx, by.person);
		const waiting = tasksOf(lines).length + (await noticesFor(tx, by.person, lines)).length;
		return ok({ person, waiting });
	}
});

/** A task that a notice told of is told by the meeting itself, as it stands now: it is not said twice. */
async function noticesFor(
	tx: Tx,
	person: PersonId,
	lines: readonly MeetingLine[]
): Promise<readonly Notice[]> {
	const own = new Set<string>(lines.map(({ meeting }) => meeting));
	return (await waitingFor(tx, person)).filter((notice) => !isOfTask(notice) || !own.has(notice.about));
}

/** Of the meetings that have begun the one with an open sitting, else the newest. */
async function currentOf(tx: Tx, lines: readonly MeetingLine[], at: Instant): Promise<TodayPage['current']> {
	const candidates: Current[] = [];
	for (const line of begun(lines, dayOf(at)).slice(0, mostAtOnce)) {
		const { live } = await current(tx, line.meeting);
		const sitting = sittingNow(live.meeting.sittings);
		if (sitting) candidates.push({ line, sitting });
	}
	const chosen = candidates.find(({ sitting }) => sitting.state === 'open') ?? candidates[0];
	return chosen ? { ...chosen, opensAt: startOf(chosen.sitting) } : null;
}
/** Nobody is in more meetings at once; their state is in memory as a rule. */
const mostAtOnce = 5;

function sittingsFrom(lines: readonly MeetingLine[], at: Instant): readonly Upcoming[] {
	const dayBefore = dayOf(instant(at - sevenDaysMs));
	return upcoming(lines, dayBefore);
}
const sevenDaysMs = 7 * 24 * 60 * 60_000;

/** Planned times are of Vietnam, which is seven hours ahead the whole year. */
const startOf = ({ date, start }: { date: string; start: string }) =>
	instant(Date.parse(`${date}T${start}:00+07:00`));
