// The camera of this device while a code is looked for. What it sees stays here: frames are read, never sent or kept.

/** Why there is no picture. `insecure`: a browser gives no camera to a page without https. */
export type CameraFailure = 'refused' | 'none' | 'taken' | 'unplugged' | 'insecure';
export type CameraState = 'starting' | 'on' | CameraFailure;

const wanted = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** What a browser means when it gives no camera. */
export function failureOf(error: unknown): CameraFailure {
	const name = error instanceof Error ? error.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
	if (name === 'NotReadableError' || name === 'AbortError') return 'taken';
	throw error;
}

export class Camera {
	#state = $state.raw<CameraState>('starting');
	#light = $state.raw<boolean | null>(null);
	#cameras = $state.raw<readonly string[]>([]);
	#stream: MediaStream | null = null;
	/** Whoever was stopped or started again meanwhile lets go of what he gets. */
	#turn = 0;

	get state(): CameraState {
		return this.#state;
	}
	/** Whether the lamp is on; null where the device has none that can be lit. */
	get light(): boolean | null {
		return this.#light;
	}
	get several(): boolean {
		return this.#cameras.length > 1;
	}

	/** Asks for a camera, the one at the back where there are two, and shows its picture. */
	async start(video: HTMLVideoElement, device?: string): Promise<void> {
		this.stop();
		const turn = this.#turn;
		this.#state = 'starting';
		if (!navigator.mediaDevices) return void (this.#state = 'insecure');
		const which = device ? { deviceId: { exact: device } } : { facingMode: 'environment' };
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ video: { ...wanted, ...which } });
			if (turn !== this.#turn) return end(stream);
			this.#stream = stream;
			video.srcObject = stream;
			await this.#describe(stream);
			if (turn === this.#turn) this.#state = 'on';
		} catch (error) {
			if (turn === this.#turn) this.#state = failureOf(error);
		}
	}

	/** Lets go of the camera: its lamp goes out, the device says that nobody looks. */
	stop(): void {
		this.#turn++;
		if (this.#stream) end(this.#stream);
		this.#stream = null;
	}

	/** The next camera of the device, after the last the first. */
	async next(video: HTMLVideoElement): Promise<void> {
		const now = this.#track?.getSettings().deviceId ?? '';
		const at = this.#cameras.indexOf(now);
		await this.start(video, this.#cameras[(at + 1) % this.#cameras.length]);
	}

	async switchLight(): Promise<void> {
		if (this.#light === null) return;
		const set: MediaTrackConstraintSet & { torch: boolean } = { torch: !this.#light };
		await this.#track?.applyConstraints({ advanced: [set] });
		this.#light = set.torch;
	}

	get #track(): MediaStreamTrack | undefined {
		return this.#stream?.getVideoTracks()[0];
	}

	async #describe(stream: MediaStream) {
		const track = this.#track;
		track?.addEventListener('ended', () => {
			if (this.#stream === stream) this.#state = 'unplugged';
		});
		const able: object = track?.getCapabilities?.() ?? {};
		this.#light = 'torch' in able && able.torch === true ? false : null;
		const devices = await navigator.mediaDevices.enumerateDevices();
		this.#cameras = devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId);
	}
}

function end(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}
