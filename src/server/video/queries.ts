import { and, eq, isNotNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { MeetingId, PersonId, PointId, SittingId } from '#domain/journal/ids.ts';
import { holdsForMs, type Level } from '#domain/video/line.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import type { Tx } from '#server/platform/db.ts';
import { pointDevices, videoRooms } from './tables.ts';

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
	readonly point: PointId;
	readonly device: string;
	readonly person: PersonId;
	readonly at: Instant;
};
const at = ({ sitting, point }: Pick<Sign, 'sitting' | 'point'>) =>
	and(eq(pointDevices.sitting, sitting), eq(pointDevices.point, point));
const deviceAt = async (tx: Tx, sign: Sign) => {
	const [row] = await tx.select().from(pointDevices).where(at(sign)).for('update');
	return row ?? null;
};

/**
 * Makes a device stand for its point. Refused while another one does, unless it is meant to take its place; the answer is the
 * device that no longer stands for it, or null.
 */
export async function claimPoint(
	tx: Tx,
	sign: Sign,
	takeOver: boolean
): Promise<Result<string | null, { code: 'pointTaken' }>> {
	const { sitting, point, device, person } = sign;
	const row = await deviceAt(tx, sign);
	const another = row && row.device !== device ? row : null;
	const holds = another && sign.at - another.seenAt.getTime() <= holdsForMs;
	if (holds && !takeOver) return refuse({ code: 'pointTaken' });
	const kept = { device, person, level: 'full' as const, seenAt: new Date(sign.at), inside: false };
	await tx
		.insert(pointDevices)
		.values({ sitting, point, ...kept })
		.onConflictDoUpdate({ target: [pointDevices.sitting, pointDevices.point], set: kept });
	return ok(another?.device ?? null);
}

type Told = { readonly level: Level; readonly microphone: boolean; readonly camera: boolean };
/** Notes a sign of life from inside the room. Refused where another device has taken the point over. */
export async function noteSign(
	tx: Tx,
	sign: Sign,
	told: Told
): Promise<Result<null, { code: 'pointTakenOver' }>> {
	const row = await deviceAt(tx, sign);
	if (row?.device !== sign.device) return refuse({ code: 'pointTakenOver' });
	const { level, microphone, camera } = told;
	await tx
		.update(pointDevices)
		.set({ level, microphone, camera, inside: true, seenAt: new Date(sign.at) })
		.where(at(sign));
	return ok(null);
}

/** The devices that stand for the points of a sitting. */
export async function devicesOf(tx: Tx, sitting: SittingId) {
	const rows = await tx.select().from(pointDevices).where(eq(pointDevices.sitting, sitting));
	return rows.map(({ seenAt, ...row }) => ({ ...row, seenAt: instant(seenAt.getTime()) }));
}
