// The same for every live command. Only `record` writes the journal.
import { and, eq, max, sql } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { mayNot } from '#domain/access/policy.ts';
import type { Actor } from '#domain/access/actor.ts';
import { entryBytes, leafOf, type Entry } from '#domain/journal/entry.ts';
import type { CommandId, MeetingId } from '#domain/journal/ids.ts';
import { grow } from '#domain/journal/tree.ts';
import { applyToMeeting, type LiveEvent } from '#domain/live/meeting.ts';
import { actorIn, type SignedIn } from '#domain/live/mine.ts';
import { openSitting } from '#domain/meetings/meeting.ts';
import { concludes } from '#domain/proceedings/notes.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { later, type Instant } from '#lib/time.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { sendJob } from '#server/platform/jobs.ts';
import type { LiveCommand } from '#server/platform/live-command.ts';
import { handOn } from './hubs.ts';
import { project } from './projections.ts';
import { current, inTurn, keep, lock, remembered, type Folded, type Locked } from './state.ts';
import { journal, liveMeetings } from './tables.ts';

export type Call = {
	readonly meeting: MeetingId;
	readonly command: CommandId;
	readonly signedIn: SignedIn;
	readonly input: unknown;
};
type Answer = Result<{ readonly seq: number }, Refusal>;

/** Runs one command in one transaction: every event is recorded, or nothing is. */
export async function run(command: LiveCommand, call: Call): Promise<Answer> {
	const prepared = command.prepare(call.input);
	if (!prepared.ok) return prepared;
	const refused = await glance(command, call); // strangers never hold the meeting's lock
	if (refused) return refuse(refused);

	const { answer, recorded } = await inTurn(call.meeting, () =>
		transaction(call.signedIn.person, async (tx) => {
			const locked = await lock(tx, call.meeting); // from here commands are in order
			if (!locked) return { answer: refuse({ code: 'meetingNotCalled' }) };
			const earlier = await alreadyDone(tx, call);
			if (earlier) return { answer: ok({ seq: earlier }) };
			const by = actorIn(locked.live, locked.roster, call.signedIn);
			const at = later(clock.now(), locked.at); // time never runs against the numbers
			const forbidden = mayNot(by, command.needs, {
				now: at,
				sitting: openSitting(locked.live.meeting)?.id ?? null
			});
			if (forbidden) return { answer: refuse(forbidden) };

			const decided = await prepared.value(tx, { meeting: locked.live, roster: locked.roster, by, at });
			if (!decided.ok) return { answer: decided };
			const recorded = await record(tx, locked, { ...call, by, at, events: decided.value });
			return { answer: ok({ seq: recorded.seq }), recorded };
		})
	);
	if (recorded) {
		const { entries, ...folded } = recorded; // only what is committed
		keep(call.meeting, folded);
		handOn(call.meeting, entries);
	}
	return answer;
}

/** By what this process remembers; only a refusal makes it read on. What is done already has its answer all the same. */
async function glance({ needs }: LiveCommand, call: Call) {
	const { meeting, signedIn } = call;
	const refusalIn = ({ live, roster }: Folded) =>
		mayNot(actorIn(live, roster, signedIn), needs, {
			now: clock.now(),
			sitting: openSitting(live.meeting)?.id ?? null
		});
	const known = remembered(meeting);
	if (known && !refusalIn(known)) return null;
	return transaction(signedIn.person, async (tx) => {
		const refused = refusalIn(await current(tx, meeting));
		return refused && (await alreadyDone(tx, call)) ? null : refused;
	});
}

/** The same command by the same person has one answer, however often it is sent. */
async function alreadyDone(tx: Tx, { meeting, command, signedIn }: Call) {
	const same = and(
		eq(journal.meeting, meeting),
		eq(journal.command, command),
		eq(journal.actor, signedIn.person)
	);
	const [row] = await tx
		.select({ seq: max(journal.seq) })
		.from(journal)
		.where(same);
	return row?.seq ?? null;
}

type Decided = {
	readonly meeting: MeetingId;
	readonly command: CommandId;
	readonly by: Actor;
	readonly at: Instant;
	readonly events: readonly LiveEvent[];
};
type Done = Folded & { readonly entries: readonly Entry<LiveEvent>[] };
const foldEvery = 64;

export async function record(
	tx: Tx,
	locked: Locked,
	{ meeting, command, by, at, events }: Decided
): Promise<Done> {
	let { seq, live, tree } = locked;
	const entries: Entry<LiveEvent>[] = [];
	if (events.length === 0) return { seq, live, roster: locked.roster, entries };
	const { person, seat, roles } = by;
	const rows: (typeof journal.$inferInsert)[] = [];
	for (const event of events) {
		const entry = {
			meeting,
			seq: ++seq,
			at,
			by: { person, seat, roles },
			command,
			salt: randomBytes(16).toString('base64url'),
			event
		};
		const bytes = entryBytes(entry);
		entries.push(entry);
		rows.push({ meeting, seq, actor: person, command, bytes });
		await project(tx, entry, { seq, live, roster: locked.roster });
		live = applyToMeeting(live, event);
		tree = grow(tree, leafOf(bytes));
	}
	await tx.insert(journal).values(rows);
	const due = isFoldDue(events, seq - locked.foldSeq) ? { fold: JSON.stringify(live), foldSeq: seq } : {};
	await tx
		.update(liveMeetings)
		.set({ seq, at: new Date(at), tree, ...due })
		.where(eq(liveMeetings.meeting, meeting));
	await sendJobs(tx, { meeting, live, entries });
	await tx.execute(sql`select pg_notify('live', ${`${meeting} ${seq}`})`); // delivered with the commit
	return { seq, live, roster: locked.roster, entries };
}
/** What follows from these entries in modules that come later: at least once, keyed by meeting and number. */
async function sendJobs(
	tx: Tx,
	{ meeting, live, entries }: Pick<Done, 'live' | 'entries'> & { meeting: MeetingId }
) {
	for (const { seq, event } of entries) {
		const key = `${meeting} ${seq}`;
		if (event.type === 'meeting.closed') await sendJob(tx, 'records.draft', { job: { meeting }, key });
		if (concludes(live.notes, event)) await sendJob(tx, 'followup.take', { job: { meeting, seq }, key });
	}
}
/** Every 64 events, and where people rest: a start takes milliseconds. */
const isFoldDue = (events: readonly LiveEvent[], since: number) =>
	since >= foldEvery ||
	events.some(
		({ type }) => type === 'sitting.paused' || type === 'sitting.ended' || type === 'meeting.closed'
	);
