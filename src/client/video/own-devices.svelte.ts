// One's own camera and microphone in a call: what one wants to give, and what the server and the machine allow.
import type { Room } from 'livekit-client';
import { problemOf, type DeviceProblem } from './device-problem.ts';
import { may } from './person.ts';
import { capture, sending, type SoundProfile } from './sound-profile.ts';

export type Giving = {
	readonly camera: boolean;
	/** Sent while the server allows it: with the floor, and no longer. */
	readonly microphone: boolean;
	readonly profile: SoundProfile;
	/** Chosen devices; null leaves it to the browser. */
	readonly cameraId: string | null;
	readonly microphoneId: string | null;
};
export const givesNothing: Giving = {
	camera: false,
	microphone: false,
	profile: 'speakerphone',
	cameraId: null,
	microphoneId: null
};
type Device = 'camera' | 'microphone';
type Problems = Readonly<Record<Device, DeviceProblem | null>>;
const noProblems: Problems = { camera: null, microphone: null };

export class OwnDevices {
	#giving: Giving = givesNothing;
	#problems = $state.raw(noProblems);
	#room: Room | null = null;
	#working: Promise<void> | null = null;
	#again = false;

	/** Why a device that was wanted gives nothing. */
	get problems() {
		return this.#problems;
	}

	/** Whoever asks again is ready to try again. */
	give(giving: Giving, room: Room | null): Promise<void> {
		this.#giving = giving;
		return this.retry(room);
	}
	/** After a device was plugged in or set free. */
	retry(room: Room | null): Promise<void> {
		this.#problems = noProblems;
		return this.follow(room);
	}
	/** Brings what is given into line with what is wanted and allowed; one change after the other. */
	follow(room: Room | null): Promise<void> {
		this.#room = room;
		this.#again = true;
		this.#working ??= this.#work().finally(() => (this.#working = null));
		return this.#working;
	}

	async #work() {
		while (this.#again) {
			this.#again = false;
			await this.#bring('camera');
			await this.#bring('microphone');
		}
	}

	async #bring(device: Device) {
		const room = this.#room; // another one, where one came in anew meanwhile
		if (!room) return;
		const me = room.localParticipant;
		const wanted = this.#giving[device] && may(me, device) && this.#problems[device] === null;
		const given = device === 'camera' ? me.isCameraEnabled : me.isMicrophoneEnabled;
		if (room.state !== 'connected' || wanted === given) return;
		try {
			await this.#turn(room, device, wanted);
		} catch (error) {
			// taken away, or cut off, while the device was being opened: nothing is wrong with the device
			if (room.state === 'connected' && may(me, device))
				this.#problems = { ...this.#problems, [device]: problemOf(error) };
		}
	}

	#turn({ localParticipant: me }: Room, device: Device, on: boolean) {
		const { profile, cameraId, microphoneId } = this.#giving;
		if (device === 'camera') return me.setCameraEnabled(on, cameraId ? { deviceId: cameraId } : {});
		return me.setMicrophoneEnabled(on, capture(profile, microphoneId), sending(profile));
	}
}
