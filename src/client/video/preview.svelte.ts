// Camera and microphone before one joins: seen and heard by oneself alone.
import { problemOf, type DeviceProblem } from './device-problem.ts';
import { MicrophoneLevel } from './microphone-level.svelte.ts';
import type { Giving } from './own-devices.svelte.ts';
import { capture } from './sound-profile.ts';

type Chosen = Pick<Giving, 'profile' | 'cameraId' | 'microphoneId'>;

export class Preview {
	#picture = $state.raw<MediaStream | null>(null);
	#sound: MediaStream | null = null;
	#problems = $state.raw<Readonly<Record<'camera' | 'microphone', DeviceProblem | null>>>({
		camera: null,
		microphone: null
	});
	readonly #level = new MicrophoneLevel();
	#silence = () => {};
	#turn = 0;

	/** What the camera sees, for a `<video>`'s `srcObject`. */
	get picture() {
		return this.#picture;
	}
	/** From 0 to 1. */
	get level() {
		return this.#level.level;
	}
	get problems() {
		return this.#problems;
	}

	/** Opens both, each for itself: one that fails does not take the other with it. */
	async open({ profile, cameraId, microphoneId }: Chosen): Promise<void> {
		this.close();
		const turn = this.#turn;
		const { voiceIsolation: _, deviceId: __, ...audio } = capture(profile, null);
		const [camera, microphone] = await Promise.all([
			opened({ video: { width: 1280, height: 720, ...exact(cameraId) } }),
			opened({ audio: { ...audio, ...exact(microphoneId) } })
		]);
		const streams = [camera.stream, microphone.stream].flatMap((stream) => stream ?? []);
		if (turn !== this.#turn) return streams.forEach(stop); // closed, or opened anew, meanwhile
		[this.#picture, this.#sound] = [camera.stream, microphone.stream];
		this.#problems = { camera: camera.problem, microphone: microphone.problem };
		if (microphone.stream) this.#silence = this.#level.follow(microphone.stream);
	}

	/** Sets the devices free: a call opens them itself. */
	close(): void {
		this.#turn += 1;
		this.#silence();
		this.#silence = () => {};
		for (const stream of [this.#picture, this.#sound]) if (stream) stop(stream);
		[this.#picture, this.#sound] = [null, null];
		this.#problems = { camera: null, microphone: null };
	}
}

const exact = (id: string | null) => (id ? { deviceId: { exact: id } } : {});
const stop = (stream: MediaStream) => stream.getTracks().forEach((track) => track.stop());

type Opened =
	| { readonly stream: MediaStream; readonly problem: null }
	| { readonly stream: null; readonly problem: DeviceProblem };
const opened = (wanted: MediaStreamConstraints): Promise<Opened> =>
	navigator.mediaDevices.getUserMedia(wanted).then(
		(stream) => ({ stream, problem: null }),
		(error: unknown) => ({ stream: null, problem: problemOf(error) })
	);
