// How somebody comes into the room of a sitting: how he stands there is said by the roster, never by his browser. A token opens
// the door for two minutes; whoever is in stays in until the journal says otherwise.
import * as v from 'valibot';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { sittingOf } from '#domain/meetings/meeting.ts';
import { levels } from '#domain/video/line.ts';
import { isThere, roomSitting } from '#domain/video/points.ts';
import { identityOf, isDevice, type Standing } from '#domain/video/standing.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { deskCommand, type Desk } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { videoJoin } from '#server/video/commands.ts';
import { ensureRoom, removeParticipant, tokenFor, videoHealth } from '#server/video/livekit.ts';
import { claimPlace, noteBegan, noteSign, roomOf, type Sign } from '#server/video/queries.ts';
import { actorInMeeting } from './queries.ts';
import { mayOf, standingIn } from './rooms.ts';
import { run } from './run.ts';
import { current } from './state.ts';

/** `identity` is the own name in the room; `began` names the room since it last began. */
export type Entry = { readonly token: string; readonly identity: string; readonly began: string };

const deviceId = v.pipe(v.string(), v.check(isDevice));
const place = { meeting: idOf<MeetingId>(), device: deviceId };

async function whereIn(
	tx: Tx,
	{ meeting, device }: { meeting: MeetingId; device: string },
	by: { readonly person: SignedIn['person']; readonly roles: readonly string[] }
) {
	const folded = await current(tx, meeting);
	const sitting = roomSitting(folded.live.meeting, folded.live.roll);
	if (!sitting) return refuse({ code: 'noRoomYet' } as const);
	const screen = by.roles.includes('hallScreen') ? { sitting: sitting.id } : null;
	const standing = standingIn(folded, { person: by.person, device, screen });
	return standing ? ok({ folded, sitting: sitting.id, standing }) : refuse({ code: 'notAllowed' } as const);
}
const signOf = ({ sitting, standing }: Where, person: SignedIn['person']): Sign => ({
	sitting,
	standing,
	person,
	at: clock.now()
});
type Where = Extract<Awaited<ReturnType<typeof whereIn>>, { ok: true }>['value'];

/** What stands under a picture: a point's name, the hall's place, a person's name. */
function shownName(standing: Standing, { live: { meeting }, roster }: Where['folded']): string {
	switch (standing.kind) {
		case 'point':
			return meeting.points.find(({ id }) => id === standing.point)?.name ?? '';
		case 'hall':
			return sittingOf(meeting, standing.sitting)?.place ?? '';
		case 'chair':
		case 'watch':
			return roster.find(({ person }) => person === standing.person)?.name ?? '';
	}
}

/** A place in the room, before the video server is asked. A device that is taken over no longer holds it. */
const takePlace = deskCommand({
	name: 'video.enter',
	needs: 'video.enter',
	input: v.object({ ...place, takeOver: v.optional(v.boolean(), false) }),
	actor: actorInMeeting,
	async work(tx, { input, by }) {
		const where = await whereIn(tx, input, by);
		if (!where.ok) return where;
		const { standing, sitting, folded } = where.value;
		const claimed = await claimPlace(tx, signOf(where.value, by.person), input.takeOver);
		if (!claimed.ok) return claimed;
		const { name } = await roomOf(tx, input.meeting, sitting);
		const shown = shownName(standing, folded);
		return ok({
			room: name,
			sitting,
			standing,
			old: claimed.value,
			may: mayOf(standing, folded),
			name: shown
		});
	}
});

/** Gives a token for the room of the sitting. Refused before the roll begins, to whoever has no place in it, and where another device holds the place. */
export const enterRoom: Desk<Entry> = {
	name: takePlace.name,
	needs: takePlace.needs,
	async run(who, raw): Promise<Result<Entry, Refusal>> {
		const claimed = await takePlace.run(who, raw);
		if (!claimed.ok) return claimed;
		const { room, sitting, standing, old, may, name } = claimed.value;
		const [begun, health] = await Promise.all([ensureRoom(room), videoHealth()]);
		if (health === 'clockWrong') return refuse({ code: 'videoClockWrong' });
		if (!begun.ok) return begun;
		if (old) await removeParticipant(room, identityOf({ ...standing, device: old }));
		await transaction(who.person, (tx) => noteBegan(tx, sitting, begun.value.id));
		const identity = identityOf(standing);
		const token = await tokenFor({ room, identity, name, may });
		return token ? ok({ token, identity, began: begun.value.id }) : refuse({ code: 'videoOff' });
	}
};

/**
 * A sign of life every five seconds from whoever is in the room, with how his line is: it shows that his sign-in is still good.
 * The first one of a point records that it is there.
 */
const signFromRoom = deskCommand({
	name: 'video.beat',
	needs: 'video.enter',
	input: v.object({
		...place,
		level: v.picklist(levels),
		microphone: v.boolean(),
		camera: v.boolean()
	}),
	actor: actorInMeeting,
	async work(tx, { input, by }) {
		const where = await whereIn(tx, input, by);
		if (!where.ok) return where;
		const { standing, folded } = where.value;
		const noted = await noteSign(tx, signOf(where.value, by.person), input);
		if (!noted.ok) return noted;
		return ok({ comes: standing.kind === 'point' && !isThere(folded.live.video, standing.point) });
	}
});
export const beatInRoom: Desk<null> = {
	name: signFromRoom.name,
	needs: signFromRoom.needs,
	async run(who, raw) {
		const noted = await signFromRoom.run(who, raw);
		if (!noted.ok) return noted;
		const { meeting } = v.parse(v.object({ meeting: idOf<MeetingId>() }), raw);
		if (noted.value.comes) await run(videoJoin, { meeting, command: newId(), signedIn: who, input: {} });
		return ok(null);
	}
};
