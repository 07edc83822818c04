import { and, eq, isNotNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { MeetingId, PersonId, SittingId } from '#domain/journal/ids.ts';
import { holdsForMs, type Level } from '#domain/video/line.ts';
import { placeOf, type Standing } from '#domain/video/standing.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import type { Tx } from '#server/platform/db.ts';
import { roomDevices, videoRooms } from './tables.ts';

/** The room of a sitting, named at its first use. */
export async function roomOf(tx: Tx, meeting: MeetingId, sitting: SittingId) {
	const known = await roomIfAny(tx, sitting);
	if (known) return known;
	await tx.insert(videoRooms).values({ sitting, meeting, name: randomUUID() }).onConflictDoNothing();
	const made = await roomIfAny(tx, sitting);
	if (!made) throw new Error(`the room of ${sitting} was not kept`);
	return made;
}
export async function roomIfAny(tx: Tx, sitting: SittingId) {
	const [row] = await tx.select().from(videoRooms).where(eq(videoRooms.sitting, sitting));
	return row ?? null;
}
/** What the video server calls the room now. Says whether that is news: then everybody has to join anew. */
export async function noteBegan(tx: Tx, sitting: SittingId, began: string): Promise<boolean> {
	const before = await roomIfAny(tx, sitting);
	if (before?.began === began) return false;
	await tx.update(videoRooms).set({ began }).where(eq(videoRooms.sitting, sitting));
	return true;
}

/** The rooms of a meeting that the video server still holds, as far as we know. */
export const begunRooms = (tx: Tx, meeting: MeetingId) =>
	tx
		.select()
		.from(videoRooms)
		.where(and(eq(videoRooms.meeting, meeting), isNotNull(videoRooms.began)));
/** Nobody is in it any longer. */
export const noteEnded = (tx: Tx, sitting: SittingId) =>
	tx.update(videoRooms).set({ began: null }).where(eq(videoRooms.sitting, sitting));

export type Sign = {
	readonly sitting: SittingId;
	readonly standing: Standing;
	readonly person: PersonId;
	readonly at: Instant;
};
const at = ({ sitting, standing }: Sign) =>
	and(eq(roomDevices.sitting, sitting), eq(roomDevices.place, placeOf(standing)));
const deviceAt = async (tx: Tx, sign: Sign) => {
	const [row] = await tx.select().from(roomDevices).where(at(sign)).for('update');
	return row ?? null;
};

/**
 * Makes a device hold its place. Refused while another one does, unless it is meant to take it over; the answer is the device
 * that no longer holds it, or null.
 */
export async function claimPlace(
	tx: Tx,
	sign: Sign,
	takeOver: boolean
): Promise<Result<string | null, { code: 'placeTaken' }>> {
	const { sitting, standing, person } = sign;
	const { device } = standing;
	const row = await deviceAt(tx, sign);
	const another = row && row.device !== device ? row : null;
	const holds = another && sign.at - another.seenAt.getTime() <= holdsForMs;
	if (holds && !takeOver) return refuse({ code: 'placeTaken' });
	const kept = { device, person, level: 'full' as const, seenAt: new Date(sign.at), inside: false };
	await tx
		.insert(roomDevices)
		.values({ sitting, place: placeOf(standing), ...kept })
		.onConflictDoUpdate({ target: [roomDevices.sitting, roomDevices.place], set: kept });
	return ok(another?.device ?? null);
}

type Told = { readonly level: Level; readonly microphone: boolean; readonly camera: boolean };
/** Notes a sign of life from inside the room. Refused to whoever holds no place there, also since another device took it over. */
export async function noteSign(
	tx: Tx,
	sign: Sign,
	told: Told
): Promise<Result<null, { code: 'placeTakenOver' }>> {
	const row = await deviceAt(tx, sign);
	if (row?.device !== sign.standing.device) return refuse({ code: 'placeTakenOver' });
	const { level, microphone, camera } = told;
	await tx
		.update(roomDevices)
		.set({ level, microphone, camera, inside: true, seenAt: new Date(sign.at) })
		.where(at(sign));
	return ok(null);
}

/** The devices that hold a place in the room of a sitting. */
export async function devicesOf(tx: Tx, sitting: SittingId) {
	const rows = await tx.select().from(roomDevices).where(eq(roomDevices.sitting, sitting));
	return rows.map(({ seenAt, ...row }) => ({ ...row, seenAt: instant(seenAt.getTime()) }));
}
export type RoomDevice = Awaited<ReturnType<typeof devicesOf>>[number];
