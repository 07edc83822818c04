// Which devices somebody chose on this machine, and how its microphone is taken. Kept here, and nowhere else.
import * as v from 'valibot';
import type { Giving } from './own-devices.svelte.ts';

const key = 'nghisu.devices';
const id = v.fallback(v.string(), '');
const kept = v.object({
	camera: id,
	microphone: id,
	speaker: id,
	profile: v.fallback(v.picklist(['speakerphone', 'mixer']), 'speakerphone')
});
type Kept = v.InferOutput<typeof kept>;

function read(): Kept {
	try {
		return v.parse(kept, JSON.parse(localStorage.getItem(key) ?? '{}'));
	} catch {
		return v.parse(kept, {});
	}
}

export class OwnChoice {
	#kept = $state.raw(read());

	get camera() {
		return this.#kept.camera;
	}
	set camera(camera: string) {
		this.#keep({ camera });
	}
	get microphone() {
		return this.#kept.microphone;
	}
	set microphone(microphone: string) {
		this.#keep({ microphone });
	}
	get speaker() {
		return this.#kept.speaker;
	}
	set speaker(speaker: string) {
		this.#keep({ speaker });
	}
	get profile(): string {
		return this.#kept.profile;
	}
	set profile(profile: string) {
		this.#keep({ profile: profile === 'mixer' ? 'mixer' : 'speakerphone' });
	}
	giving(what: Pick<Giving, 'camera' | 'microphone'>): Giving {
		const { camera, microphone, profile } = this.#kept;
		return { ...what, profile, cameraId: camera || null, microphoneId: microphone || null };
	}

	#keep(change: Partial<Kept>) {
		this.#kept = { ...this.#kept, ...change };
		localStorage.setItem(key, JSON.stringify(this.#kept));
	}
}
