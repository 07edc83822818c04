// The port to the video server, and the only file that knows its package. What LiveKit allows is an effect of our truth,
// never the truth. That it cannot be reached is an answer, not an exception.
import {
	AccessToken,
	RoomServiceClient,
	ServerError,
	TrackSource,
	WebhookReceiver,
	type ParticipantInfo
} from 'livekit-server-sdk';
import { ok, refuse, type Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import { videoServer, type VideoAddress } from './address.ts';

export const sources = ['camera', 'microphone', 'screen'] as const;
export type Source = (typeof sources)[number];
/** Everything that a participant may do: always said whole, for what is left out is taken away. */
export type May = {
	readonly publish: readonly Source[];
	readonly subscribe: boolean;
	/** Seen by nobody: for those who only watch. */
	readonly hidden: boolean;
};
export type Published = { readonly sid: string; readonly source: Source; readonly muted: boolean };
export type Participant = {
	readonly identity: string;
	readonly name: string;
	readonly joinedAt: Instant;
	readonly may: May;
	readonly published: readonly Published[];
};
/** `id` is another one where the server has forgotten the room meanwhile: whoever was there must join anew. */
export type VideoRoom = { readonly name: string; readonly id: string };
export type VideoFault = {
	readonly code: 'videoOff' | 'videoUnreachable' | 'videoRefused' | 'videoUnknown';
};
type Answer<T> = Promise<Result<T, VideoFault>>;

const patienceSeconds = 2;
/** As the server itself has it with the tokens that it is shown. */
const clockToleranceMs = 60_000;

/** The room of that name, made where there is none: safe to ask again and again. */
export const ensureRoom = (name: string): Answer<VideoRoom> =>
	ask(async (rooms) => {
		const { sid } = await rooms.createRoom({ name });
		return { name, id: sid };
	});

/** Sends everybody out; a room that is gone already is gone. */
export const deleteRoom = (name: string): Answer<null> => unlessGone((rooms) => rooms.deleteRoom(name));

/** Who is in the room, with what they may do and what they publish. A room that is not there is `videoUnknown`. */
export const participants = (room: string): Answer<readonly Participant[]> =>
	ask(async (rooms) => {
		const there = await rooms.listRooms([room]);
		if (there.length === 0) throw unknown;
		return (await rooms.listParticipants(room)).map(participantOf);
	});

/** What somebody may do from now on; what he publishes and may no longer publish ends. */
export const setPermission = (room: string, identity: string, may: May): Answer<null> =>
	ask(async (rooms) => {
		await rooms.updateParticipant(room, identity, { permission: permissionOf(may) });
		return null;
	});

/** Sends one out. He may come back until his token has run out. */
export const removeParticipant = (room: string, identity: string): Answer<null> =>
	unlessGone((rooms) => rooms.removeParticipant(room, identity));

export type ForJoining = {
	readonly room: string;
	/** Whoever joins under the same identity sends the one before out. */
	readonly identity: string;
	readonly name: string;
	readonly may: May;
	/** How long it opens the door; who is in stays in. */
	readonly minutes?: number;
};
/** What a browser shows to join one room; null while there is no video. It never rules the room. */
export async function tokenFor({
	room,
	identity,
	name,
	may,
	minutes = 2
}: ForJoining): Promise<string | null> {
	const server = videoServer();
	if (server.state !== 'given') return null;
	const { canUpdateMetadata: canUpdateOwnMetadata, ...permission } = permissionOf(may);
	const token = new AccessToken(server.key, server.secret, { identity, name, ttl: minutes * 60 });
	token.addGrant({ roomJoin: true, room, canUpdateOwnMetadata, ...permission });
	return token.toJwt();
}

/** `clockWrong`: its clock and ours are so far apart that what we sign is not valid there, or is no longer. */
export type VideoHealth = 'off' | 'starting' | 'on' | 'unreachable' | 'clockWrong';
/** Whether the video server answers, within two seconds, and at the time that it is here. */
export async function videoHealth(): Promise<VideoHealth> {
	const server = videoServer();
	if (server.state !== 'given') return server.state;
	const signal = AbortSignal.timeout(patienceSeconds * 1_000);
	const answer = await fetch(`${server.url}/`, { signal, redirect: 'error' }).catch(() => null);
	if (!answer?.ok) return 'unreachable';
	const apartMs = Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now());
	return apartMs > clockToleranceMs ? 'clockWrong' : 'on';
}

/** What the video server tells by itself: it says where to look, and nothing is decided by it. */
export type VideoEvent = {
	/** The same where it is told twice. */
	readonly id: string;
	readonly type: string;
	readonly room: string | null;
	readonly identity: string | null;
};
/** Reads what was sent to us, byte for byte as it came; null where it is not signed by the server's key. */
export async function readVideoEvent(body: string, authorization: string): Promise<VideoEvent | null> {
	const server = videoServer();
	if (server.state !== 'given') return null;
	const receiver = new WebhookReceiver(server.key, server.secret);
	const event = await receiver
		.receive(body, authorization, false, `${clockToleranceMs / 1_000}s`)
		.catch(() => null);
	if (!event) return null;
	const { id, event: type, room, participant } = event;
	return { id, type, room: room?.name ?? null, identity: participant?.identity ?? null };
}

const unknown = new ServerError('Not Found', 'no such room', 404, 'not_found');
const client = ({ url, key, secret }: VideoAddress) =>
	// it goes nowhere but there: `failover` would ask the server for other addresses
	new RoomServiceClient(url, key, secret, { requestTimeout: patienceSeconds, failover: false });

async function ask<T>(work: (rooms: RoomServiceClient) => Promise<T>): Answer<T> {
	const server = videoServer();
	if (server.state !== 'given') return refuse({ code: 'videoOff' });
	try {
		return ok(await work(client(server)));
	} catch (error) {
		return refuse({ code: codeOf(error) });
	}
}

async function unlessGone(work: (rooms: RoomServiceClient) => Promise<unknown>): Answer<null> {
	const done = await ask(work);
	return done.ok || done.refusal.code === 'videoUnknown' ? ok(null) : done;
}

/** Only a bug is thrown on: a server that says no, or nothing, is an answer. */
function codeOf(error: unknown): VideoFault['code'] {
	if (error instanceof ServerError)
		return error.code === 'not_found'
			? 'videoUnknown'
			: error.status >= 500
				? 'videoUnreachable'
				: 'videoRefused';
	const unreached = error instanceof TypeError && error.cause !== undefined;
	if (unreached || (error instanceof DOMException && error.name === 'TimeoutError'))
		return 'videoUnreachable';
	throw error;
}

const trackSources: Record<Source, readonly TrackSource[]> = {
	camera: [TrackSource.CAMERA],
	microphone: [TrackSource.MICROPHONE],
	screen: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO]
};

/** Whole: absent is false for the server, and no source at all would mean every source. */
function permissionOf({ publish, subscribe, hidden }: May) {
	return {
		canPublish: publish.length > 0,
		canPublishSources: publish.flatMap((source) => trackSources[source]),
		canSubscribe: subscribe,
		canPublishData: false,
		canUpdateMetadata: false,
		canSubscribeMetrics: false,
		hidden,
		recorder: false,
		agent: false
	};
}

const sourceOf = (source: TrackSource) => sources.find((one) => trackSources[one].includes(source));

/** Without a list of sources, who may publish may publish all. */
function participantOf({ identity, name, joinedAtMs, permission, tracks }: ParticipantInfo): Participant {
	const { canPublish = false, canPublishSources: listed = [], canSubscribe = false } = permission ?? {};
	const publish = sources.filter(
		(one) =>
			canPublish && (listed.length === 0 || trackSources[one].some((source) => listed.includes(source)))
	);
	return {
		identity,
		name,
		joinedAt: instant(Number(joinedAtMs)),
		may: { publish, subscribe: canSubscribe, hidden: permission?.hidden ?? false },
		published: tracks.flatMap(({ sid, source, muted }) => {
			const known = sourceOf(source);
			return known ? [{ sid, source: known, muted }] : [];
		})
	};
}
