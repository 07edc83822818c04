// The doorbell: NOTIFY says that a meeting has more; each hub reads on from the number it has, one read at a time.
// A notice that is lost is made good within a second by asking for the numbers of the meetings that are listened to.
import { inArray } from 'drizzle-orm';
import type { Entry } from '#domain/journal/entry.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { LiveEvent } from '#domain/live/meeting.ts';
import { connect, databaseUrl, transaction } from '#server/platform/db.ts';
import { fault } from '#server/platform/fault.ts';
import { log } from '#server/platform/log.ts';
import { clearAway } from './clearing.ts';
import { MeetingHub, type Held, type Listener } from './hub.ts';
import { linesNow, lineWatchers } from './lines.ts';
import { current, entriesAfter, forget } from './state.ts';
import { endGone } from './streams.ts';
import { liveMeetings } from './tables.ts';
import { hearPressed, pressedNow, readPressed, watchers } from './pressed.ts';
import { tellNotices } from './personal.ts';
import { sayPresent } from './presence.ts';

const hubs = new Map<MeetingId, Promise<MeetingHub | null>>();
const reading = new Map<MeetingId, { readonly now: Promise<void>; next: Promise<void> | null }>();

const opened = (meeting: MeetingId) =>
	transaction(null, async (tx) => {
		const folded = await current(tx, meeting);
		return folded.seq > 0 ? new MeetingHub(folded) : null;
	});
export function hubOf(meeting: MeetingId): Promise<MeetingHub | null> {
	const known = hubs.get(meeting);
	if (known) return known;
	const hub = opened(meeting);
	hubs.set(meeting, hub);
	hub.then(
		(made) => made ?? hubs.delete(meeting),
		() => hubs.delete(meeting)
	);
	return hub;
}

/** What ends the listening; or why there is none. */
export async function join(
	meeting: MeetingId,
	listener: Listener,
	held: Held
): Promise<(() => void) | 'notFound' | 'notAllowed'> {
	const asked = hubOf(meeting);
	const hub = await asked;
	if (!hub) return 'notFound';
	await readOn(meeting);
	if (hubs.get(meeting) !== asked) return join(meeting, listener, held); // it was let go meanwhile
	const leave = hub.join(listener, held);
	const now = leave && hub.isOf(listener, watchers) ? pressedNow(hub) : null;
	if (now) listener.send(now);
	const lines = leave && hub.isOf(listener, lineWatchers) ? linesNow(meeting) : null;
	if (lines) listener.send(lines);
	return leave ?? 'notAllowed';
}

/** One read under way and one to come: whoever asks meanwhile shares the one to come. */
function readOn(meeting: MeetingId): Promise<void> {
	const under = reading.get(meeting);
	if (under) return (under.next ??= under.now.catch(() => {}).then(() => start(meeting)));
	return start(meeting);
}
function start(meeting: MeetingId): Promise<void> {
	const now = read(meeting);
	const mine = { now, next: null };
	reading.set(meeting, mine);
	const done = () => reading.get(meeting) === mine && mine.next === null && reading.delete(meeting);
	now.then(done, done);
	return now;
}
async function read(meeting: MeetingId) {
	const hub = await hubs.get(meeting);
	if (!hub) return;
	const entries = await transaction(null, (tx) => entriesAfter(tx, meeting, hub.seq));
	for (const entry of entries) receive(meeting, hub, entry);
}

type Hearer = (meeting: MeetingId, entry: Entry<LiveEvent>) => unknown;
const hearers = new Set<Hearer>();
/** Hears what is recorded in the meetings that are listened to here, once each, whichever process recorded it. */
export function onRecorded(hearer: Hearer): () => void {
	hearers.add(hearer);
	return () => void hearers.delete(hearer);
}
/** The meetings that somebody listens to in this process. */
export const listened = (): readonly MeetingId[] => [...hubs.keys()];

function receive(meeting: MeetingId, hub: MeetingHub, entry: Entry<LiveEvent>) {
	if (entry.seq !== hub.seq + 1) return;
	hub.receive(entry);
	for (const hear of hearers) hear(meeting, entry);
}

/**
 * What this process has just committed goes to its own listeners at once; the notice is for the others. A hub that lacks the
 * number before it reads on by itself.
 */
export function handOn(meeting: MeetingId, entries: readonly Entry<LiveEvent>[]): void {
	const toHub = (hub: MeetingHub | null | undefined) =>
		hub && entries.forEach((entry) => receive(meeting, hub, entry));
	void Promise.resolve(hubs.get(meeting)).then(toHub).catch(logged);
}

/** Every second: meetings whose number moved unheard, who has pressed, and news for single persons. */
async function tick(beats: number) {
	const here = listened();
	const rows =
		here.length === 0
			? []
			: await transaction(null, (tx) =>
					tx
						.select({ meeting: liveMeetings.meeting, seq: liveMeetings.seq })
						.from(liveMeetings)
						.where(inArray(liveMeetings.meeting, [...here]))
				);
	for (const { meeting, seq } of rows) {
		const hub = await hubs.get(meeting);
		if (!hub) continue;
		if (hub.seq < seq) await readOn(meeting);
		await readPressed(hub);
		if (beats % 20 === 0) await sayPresent(meeting, hub.people());
		if (hub.idle(60)) letGo(meeting);
	}
	await tellNotices();
	if (beats % 5 === 0) await endGone(); // a stream may outlive its sign-in by ten seconds, on a busy server too
	if (beats % 300 === 0) await clearAway();
}
function letGo(meeting: MeetingId) {
	hubs.delete(meeting);
	forget(meeting);
}

const isMeeting = (text: string | undefined): text is MeetingId => text !== undefined && text.length === 36;
const hearing = async (notice: string, then: (hub: MeetingHub, meeting: MeetingId) => unknown) => {
	const [meeting] = notice.split(' ');
	const hub = isMeeting(meeting) && (await hubs.get(meeting));
	if (hub && isMeeting(meeting)) await then(hub, meeting);
};

export async function listen() {
	const ears = connect(databaseUrl(), 1);
	const heard = (notice: string) => void hearing(notice, (_, meeting) => readOn(meeting)).catch(logged);
	const heardPressed = (notice: string) =>
		void hearing(notice, (hub) => hearPressed(notice, hub)).catch(logged);
	// onlisten runs again after a lost connection: read on everywhere
	await ears.listen('live', heard, () => void Promise.all([...hubs.keys()].map(readOn)).catch(logged));
	await ears.listen('pressed', heardPressed);
	let beats = 0;
	let ticking = false;
	const timer = setInterval(() => {
		if (ticking) return; // a slow database gets one at a time
		ticking = true;
		void tick(beats++)
			.catch(logged)
			.finally(() => (ticking = false));
	}, 1000);
	return async () => {
		clearInterval(timer);
		await ears.end();
	};
}
const logged = (error: unknown) => log.error({ fault: fault(error) }, 'live');
