// The video rooms as the journal wants them. What somebody may publish is made from the journal again and again: after each
// event of the floor, when the video server tells something, and every five seconds; what it allows otherwise is corrected.
import { setTimeout } from 'node:timers/promises';
import type { MeetingId, PersonId, PointId, SittingId } from '#domain/journal/ids.ts';
import { partOf } from '#domain/meetings/roster.ts';
import { goneAfterMs, outAfterMs } from '#domain/video/line.ts';
import { isThere, leaveRoom, roomSitting } from '#domain/video/points.ts';
import {
	placeOf,
	placeOfPoint,
	sourcesOf,
	speakingPoint,
	standingFor,
	standingOf,
	type Standing
} from '#domain/video/standing.ts';
import { ok } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import { clock } from '#server/platform/clock.ts';
import { alone, transaction, type Tx } from '#server/platform/db.ts';
import type { LiveCommand } from '#server/platform/live-command.ts';
import { log } from '#server/platform/log.ts';
import { newId } from '#server/platform/new-id.ts';
import {
	deleteRoom,
	ensureRoom,
	participants,
	removeParticipant,
	setPermission,
	type May,
	type Participant
} from '#server/video/livekit.ts';
import {
	begunRooms,
	devicesOf,
	noteBegan,
	noteEnded,
	roomIfAny,
	type RoomDevice
} from '#server/video/queries.ts';
import { run } from './run.ts';
import { current, type Folded } from './state.ts';

/** What a connection may do, all of it. */
export function mayOf(standing: Standing, { live, roster }: Folded): May {
	const speaking = speakingPoint(live.floor, { meeting: live.meeting, roster });
	const publish = sourcesOf(standing, { video: live.video, speaking });
	return { publish, subscribe: true, hidden: standing.kind === 'watch' };
}

/** How somebody of this meeting stands, by the roster as it is now. */
export function standingIn(
	{ live, roster }: Folded,
	{ person, device, screen }: { person: PersonId; device: string; screen: { sitting: SittingId } | null }
): Standing | null {
	const part = partOf(live.meeting, roster, person);
	const point = roster.find((called) => called.person === person)?.point ?? null;
	return standingFor({ person, screen, device, part: part && { roles: part.roles, point } });
}

type Kept = 'noRoom' | 'kept' | 'unreachable';
const patience = { tries: 20, pauseMs: 100 };
/**
 * Makes the room of a meeting what the journal says, one process at a time. Who comes while another pass is under way looks
 * again after it: that one may have read the journal before.
 */
export async function keepRoom(meeting: MeetingId): Promise<Kept> {
	for (let tries = 0; tries < patience.tries; tries++) {
		const kept = await keepOnce(meeting);
		if (kept) return kept;
		await setTimeout(patience.pauseMs);
	}
	return 'kept'; // somebody else has been at it for seconds, and comes back every five
}

const keepOnce = (meeting: MeetingId): Promise<Kept | null> =>
	alone(`room ${meeting}`, async (tx) => {
		const folded = await current(tx, meeting);
		const sitting = roomSitting(folded.live.meeting, folded.live.roll);
		if (!(await endOthers(tx, meeting, sitting?.id ?? null))) return 'unreachable';
		const room = sitting && (await roomIfAny(tx, sitting.id));
		if (!sitting || !room) return 'noRoom';
		const there = await participants(room.name);
		if (there.ok) {
			const devices = await devicesOf(tx, sitting.id);
			const on = { folded, room: room.name, devices };
			await Promise.all(there.value.map((participant) => correct(participant, on)));
			return 'kept';
		}
		if (there.refusal.code !== 'videoUnknown') return 'unreachable';
		const begun = await ensureRoom(room.name);
		if (!begun.ok) return 'unreachable';
		if (await noteBegan(tx, sitting.id, begun.value.id)) log.info({ meeting }, 'video room began anew');
		return 'kept';
	});

/** With a sitting ends its room: nobody is seen or heard in it any longer. False where the video server does not answer. */
async function endOthers(tx: Tx, meeting: MeetingId, kept: SittingId | null): Promise<boolean> {
	for (const { sitting, name } of await begunRooms(tx, meeting)) {
		if (sitting === kept) continue;
		const ended = await deleteRoom(name);
		if (!ended.ok) return false;
		await noteEnded(tx, sitting);
	}
	return true;
}

type On = {
	readonly folded: Folded;
	readonly room: string;
	readonly devices: readonly RoomDevice[];
};
/** Whoever has no place in the room goes; whoever may do other things than the journal says is corrected. */
async function correct({ identity, may }: Participant, { folded, room, devices }: On) {
	const standing = standingOf(identity);
	if (!standing || !gaveSign(standing, devices) || !isOf(standing, folded))
		return removeParticipant(room, identity);
	const wanted = mayOf(standing, folded);
	const same =
		wanted.publish.length === may.publish.length && wanted.publish.every((one) => may.publish.includes(one));
	if (same) return;
	log.info({ identity: standing.kind, publish: wanted.publish }, 'video permission set');
	return setPermission(room, identity, wanted);
}

/** Whether it is the device that holds its place, and has lately shown that its sign-in is good. */
function gaveSign(standing: Standing, devices: On['devices']): boolean {
	const held = devices.find(({ place }) => place === placeOf(standing));
	return held?.device === standing.device && clock.now() - held.seenAt <= outAfterMs;
}

function isOf(standing: Standing, folded: Folded): boolean {
	switch (standing.kind) {
		case 'point':
			return folded.live.meeting.points.some(({ id }) => id === standing.point);
		case 'hall':
			return roomSitting(folded.live.meeting, folded.live.roll)?.id === standing.sitting;
		case 'chair':
		case 'watch':
			return standingIn(folded, { ...standing, screen: null })?.kind === standing.kind;
	}
}

/** Records that the lines of points are gone, each with the time of its last sign. */
export async function noteGone(meeting: MeetingId): Promise<void> {
	const gone = await transaction(null, async (tx) => {
		const { live } = await current(tx, meeting);
		const sitting = roomSitting(live.meeting, live.roll);
		const devices = sitting ? await devicesOf(tx, sitting.id) : [];
		const gone = devices.filter(({ seenAt }) => clock.now() - seenAt > goneAfterMs);
		const there = live.meeting.points.filter(({ id }) => isThere(live.video, id));
		return there.flatMap(({ id }) => {
			const device = gone.find(({ place }) => place === placeOfPoint(id));
			return device ? [{ point: id, ...device }] : [];
		});
	});
	for (const { point, person, seenAt } of gone) {
		const signedIn = { person, steppedUp: null, screen: null };
		await run(lost(point, seenAt), { meeting, command: newId(), signedIn, input: {} });
	}
}

/** Nobody sends this: it is recorded under the technician whose device it is. */
const lost = (point: PointId, since: Instant): LiveCommand => ({
	name: 'video.lost',
	needs: 'video.tendPoint',
	prepare: () => ok(async (_, { meeting: on }) => leaveRoom(on, point, since))
});
