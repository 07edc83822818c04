// How a microphone is taken. What browsers do to a voice by themselves helps a laptop, and ruins what a mixer gives.
import type { AudioCaptureOptions, TrackPublishDefaults } from 'livekit-client';

/** `mixer`: the hall's mixing desk or line in, untouched. `speakerphone`: one device for a room, against its own echo. */
export type SoundProfile = 'mixer' | 'speakerphone';

const untouched = { autoGainControl: false, echoCancellation: false, noiseSuppression: false };
const cleaned = { autoGainControl: true, echoCancellation: true, noiseSuppression: true };
const musicBits = 48_000;
const speechBits = 24_000;

/** The browser's part; isolating one voice would take away whoever sits beside the speaker. */
export const capture = (profile: SoundProfile, deviceId: string | null): AudioCaptureOptions => ({
	...(profile === 'mixer' ? untouched : cleaned),
	voiceIsolation: false,
	channelCount: 1,
	...(deviceId ? { deviceId } : {})
});

/** The sender's part: a mixer is never silent, so nothing is left out of its sound. */
export const sending = (profile: SoundProfile): TrackPublishDefaults =>
	profile === 'mixer'
		? { dtx: false, red: true, audioPreset: { maxBitrate: musicBits } }
		: { dtx: true, red: true, audioPreset: { maxBitrate: speechBits } };
