// From the journal to a task: the entry of a conclusion, or of its correction, is taken up once, however often it comes and in
// whatever order.
import { and, eq } from 'drizzle-orm';
import { correctedBy, givenBy, isUnassigned, type Given, type Task } from '#domain/followup/task.ts';
import type { Entry } from '#domain/journal/entry.ts';
import type { MeetingId, NoteId, TaskId } from '#domain/journal/ids.ts';
import type { LiveEvent, LiveMeeting } from '#domain/live/meeting.ts';
import type { Instant } from '#lib/time.ts';
import { current, entriesAfter } from '#server/live/state.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { taskOf, type StoredTask } from './queries.ts';
import { tasks, taskSteps } from './tables.ts';
import { tellCarriers } from './telling.ts';

type Taken = { readonly meeting: MeetingId; readonly seq: number };
/** Takes one entry up. Safe to do twice. */
export const takeConclusion = ({ meeting, seq }: Taken): Promise<void> =>
	transaction(null, async (tx) => {
		const [entry] = await entriesAfter(tx, meeting, seq - 1);
		if (!entry || entry.seq !== seq) throw new Error(`the journal of ${meeting} has no entry ${seq}`);
		const given = givenIn(entry);
		if (!given) return;
		const { live } = await current(tx, meeting);
		const made = await make(tx, live, { meeting, at: entry.at, ...given });
		if (!made) await change(tx, { meeting, at: entry.at, ...given });
	});

type FromEntry = { readonly note: NoteId; readonly seq: number; readonly given: Given };
function givenIn({ event, seq }: Entry<LiveEvent>): FromEntry | null {
	if (event.type !== 'proceedings.noted' && event.type !== 'proceedings.corrected') return null;
	const given = givenBy(event);
	return given && { note: event.note, seq, given };
}

type Making = FromEntry & { readonly meeting: MeetingId; readonly at: Instant };
/** Says false where another entry of the same note has made it. */
async function make(tx: Tx, live: LiveMeeting, { meeting, note, seq, given, at }: Making) {
	const { heading, agenda } = live.meeting;
	const written = live.notes.find(({ id }) => id === note);
	if (!heading || !written) throw new Error(`the note ${note} is in no meeting that was called`);
	const at0 = agenda.findIndex(({ id }) => id === written.item);
	const row = {
		id: newId<TaskId>(),
		meeting,
		note,
		seq,
		body: heading.body,
		bodyName: heading.bodyName,
		meetingTitle: heading.title,
		item: at0 < 0 ? null : at0 + 1,
		...given,
		state: 'given' as const,
		version: 1
	};
	const made = await tx.insert(tasks).values(row).onConflictDoNothing().returning({ id: tasks.id });
	if (made.length === 0) return false;
	await tx
		.insert(taskSteps)
		.values({ task: row.id, version: 1, kind: 'given', at: new Date(at), words: given.text });
	if (!isUnassigned(given)) await tellCarriers(tx, row, 'taskGiven');
	return true;
}

async function change(tx: Tx, { meeting, note, seq, given, at }: Making) {
	const here = and(eq(tasks.meeting, meeting), eq(tasks.note, note));
	const [row] = await tx.select().from(tasks).where(here).for('update');
	if (!row) throw new Error(`the task of the note ${note} is there`);
	const changed = correctedBy(taskOf(row), given, seq);
	if (!changed) return;
	await store(tx, row, changed);
	const step = { task: row.id, version: row.version + 1, kind: 'corrected' as const, words: given.text };
	await tx.insert(taskSteps).values({ ...step, at: new Date(at) });
	const isAnothers = row.personId !== changed.personId || row.unit !== changed.unit;
	await tellCarriers(tx, { ...row, ...changed }, isAnothers ? 'taskGiven' : 'taskChanged');
}

async function store(tx: Tx, { id, version }: StoredTask, task: Task) {
	const { text, leadUnit, unit, person, personId, due, corrected, seq } = task;
	await tx
		.update(tasks)
		.set({ text, leadUnit, unit, person, personId, due, corrected, seq, version: version + 1 })
		.where(eq(tasks.id, id));
}
