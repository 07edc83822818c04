// Clients of the video server without a browser, many in one process of their own, so that their cores and memory are seen
// apart from the server's. Each may give a picture of 320 x 180; whose pictures it takes is said.
import {
	LocalVideoTrack,
	Room,
	RoomEvent,
	TrackPublishOptions,
	TrackSource,
	VideoBufferType,
	VideoFrame,
	VideoSource,
	VideoStream
} from '@livekit/rtc-node';

const [width, height, framesPerSecond, pictures] = [320, 180, 15, 30];
const rooms = [];
const sources = [];
let decoded = 0;

/** A gradient that wanders under a grain: a picture that moves as a face does, and costs what a camera's costs. */
function pictureOf(number) {
	const bytes = new Uint8Array((width * height * 3) / 2).fill(128);
	for (let at = 0; at < width * height; at++) {
		const [x, y] = [at % width, Math.floor(at / width)];
		bytes[at] = ((x + y + number * 3) % 200) + ((at * 7919 + number * 104_729) % 13);
	}
	return new VideoFrame(bytes, width, height, VideoBufferType.I420);
}
const film = Array.from({ length: pictures }, (_, number) => pictureOf(number));

let shown = 0;
let due = performance.now();
function show() {
	shown += 1;
	for (const [at, source] of sources.entries()) source.captureFrame(film[(shown + at) % pictures]);
	due += 1000 / framesPerSecond;
	// who is late leaves out pictures, as a camera does
	while (due < performance.now()) due += 1000 / framesPerSecond;
	setTimeout(show, due - performance.now());
}
show();

async function take(track) {
	for await (const { frame } of new VideoStream(track)) if (frame) decoded += 1;
}

/** `takes`: the beginning of the names of those whose pictures it takes. */
async function join({ url, token, gives, takes }) {
	const room = new Room();
	const choose = (publication, { identity }) => publication.setSubscribed(identity.startsWith(takes));
	room.on(RoomEvent.TrackPublished, choose);
	room.on(RoomEvent.TrackSubscribed, (track) => void take(track).catch(() => {}));
	await room.connect(url, token, { autoSubscribe: false, dynacast: false });
	rooms.push(room);
	for (const other of room.remoteParticipants.values())
		for (const publication of other.trackPublications.values()) choose(publication, other);
	if (!gives) return;
	const source = new VideoSource(width, height);
	const options = new TrackPublishOptions({
		source: TrackSource.SOURCE_CAMERA,
		simulcast: false,
		videoEncoding: { maxBitrate: 160_000n, maxFramerate: framesPerSecond }
	});
	await room.localParticipant.publishTrack(LocalVideoTrack.createVideoTrack('camera', source), options);
	sources.push(source);
}

process.on('message', async ({ id, joins }) => {
	for (const one of joins ?? []) await join(one);
	process.send({ id, decoded });
});
process.on('disconnect', () => process.exit(0));
process.send({ id: 0, decoded });
