// When the rooms are looked after: at once after what changes who may publish, when the video server tells something, every
// five seconds, and every second while the server cannot be reached.
import type { MeetingId } from '#domain/journal/ids.ts';
import { of, type LiveEvent } from '#domain/live/meeting.ts';
import { fault } from '#server/platform/fault.ts';
import { log } from '#server/platform/log.ts';
import { onVideoEvent } from '#server/video/webhook-door.ts';
import { hubOf, listened, onRecorded } from './hubs.ts';
import { forgetLines, tellLines } from './lines.ts';
import { keepRoom, noteGone } from './rooms.ts';

const everySeconds = 5;
const unreached = new Set<MeetingId>();

/** Looks after the rooms of the meetings that are listened to here. Returns what ends it. */
export function watchRooms(): () => void {
	const deaf = onRecorded((meeting, { event }) => changesRoom(event) && void keep(meeting).catch(logged));
	const untold = onVideoEvent(() => listened().forEach((meeting) => void keep(meeting).catch(logged)));
	let [beats, busy] = [0, false];
	const timer = setInterval(() => {
		if (busy) return;
		busy = true;
		void look(beats++)
			.catch(logged)
			.finally(() => (busy = false));
	}, 1_000);
	return () => {
		clearInterval(timer);
		deaf();
		untold();
	};
}

const changesRoom = (event: LiveEvent) =>
	of(event, 'floor', 'video') ||
	event.type === 'sitting.ended' ||
	event.type === 'agenda.itemEnded' ||
	event.type === 'meeting.rosterChanged';

async function keep(meeting: MeetingId) {
	const kept = await keepRoom(meeting);
	if (kept === 'unreachable') unreached.add(meeting);
	else unreached.delete(meeting);
}

async function look(beats: number) {
	for (const meeting of listened()) {
		const hub = await hubOf(meeting);
		if (!hub || hub.live.meeting.points.length === 0) {
			forgetLines(meeting);
			continue;
		}
		const due = beats % everySeconds === 0;
		if (due || unreached.has(meeting)) await keep(meeting);
		if (due) await noteGone(meeting);
		await tellLines(meeting, hub, !unreached.has(meeting));
	}
}

const logged = (error: unknown) => log.error({ fault: fault(error) }, 'video room');
