// One connection to a room, from joining until one is out: the only place that loads the package.
import type { DisconnectReason, ReconnectPolicy, Room } from 'livekit-client';

type Sdk = typeof import('livekit-client');
/** Why one must not come back by himself; null where he may. */
export type Left = 'elsewhere' | 'removed' | 'refused' | null;
export type Heard = {
	/** Whether it is still wanted. */
	goesOn(): boolean;
	/** From here on it can be ended from outside. */
	onopening(room: Room): void;
	onin(room: Room): void;
	/** The line is being mended, or is again. */
	onresuming(resuming: boolean): void;
	/** Something in the room is different. */
	onchange(room: Room): void;
	/** A device was plugged in or taken away. */
	ondevices(room: Room): void;
};

/** Mends a line for some nine seconds; then joining anew is quicker. */
const mendingMs = [0, 300, 1_200, 2_700, 4_800];
const mending: ReconnectPolicy = {
	nextRetryDelayInMs: ({ retryCount }) => mendingMs[retryCount] ?? null
};

const packageOfCalls = () => import('livekit-client');
/** Fetches the package while the door is still being asked; where it fails, joining asks for it again. */
export const fetchPackage = (): void => void packageOfCalls().catch(() => {});

/** Joins, and answers when one is out again. Rejoining is left to the caller. */
export async function openRoom(
	{ url, token }: { readonly url: string; readonly token: string },
	heard: Heard
): Promise<Left> {
	const sdk = await packageOfCalls();
	const room = newRoom(sdk);
	const out = new Promise<Left>((resolve) =>
		room.once('disconnected', (reason) => resolve(leftBy(sdk, reason)))
	);
	listen(sdk, room, heard);
	heard.onopening(room);
	try {
		await room.connect(url, token, {
			autoSubscribe: false,
			subscriberAllowPause: true,
			maxRetries: 0,
			peerConnectionTimeout: 10_000,
			websocketTimeout: 5_000
		});
	} catch {
		await room.disconnect();
		return null; // the door says next time whether one may come in at all
	}
	if (heard.goesOn()) heard.onin(room);
	else await room.disconnect();
	return out;
}

function newRoom({ Room, VideoPresets, setLogLevel }: Sdk): Room {
	setLogLevel('error'); // what is said below that names tokens
	return new Room({
		adaptiveStream: true,
		dynacast: true,
		stopLocalTrackOnUnpublish: true,
		reconnectPolicy: mending,
		videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
		publishDefaults: {
			videoCodec: 'vp8',
			backupCodec: false,
			simulcast: true,
			videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360]
		}
	});
}

const changes = [
	'participantConnected',
	'participantDisconnected',
	'participantActive',
	'participantNameChanged',
	'participantPermissionsChanged',
	'trackPublished',
	'trackUnpublished',
	'trackSubscribed',
	'trackUnsubscribed',
	'trackSubscriptionFailed',
	'trackMuted',
	'trackUnmuted',
	'trackStreamStateChanged',
	'localTrackPublished',
	'localTrackUnpublished',
	'activeSpeakersChanged',
	'connectionQualityChanged',
	'audioPlaybackChanged'
] as const;

function listen({ RoomEvent }: Sdk, room: Room, { onchange, onresuming, ondevices }: Heard) {
	for (const change of changes) room.on(change, () => onchange(room));
	for (const event of [RoomEvent.Reconnecting, RoomEvent.SignalReconnecting])
		room.on(event, () => onresuming(true));
	room.on(RoomEvent.Reconnected, () => {
		onresuming(false);
		onchange(room);
	});
	room.on(RoomEvent.MediaDevicesChanged, () => ondevices(room));
}

function leftBy({ DisconnectReason }: Sdk, reason: DisconnectReason | undefined): Left {
	if (reason === DisconnectReason.DUPLICATE_IDENTITY) return 'elsewhere';
	return reason === DisconnectReason.PARTICIPANT_REMOVED ? 'removed' : null;
}
