const [hertz, seconds] = [660, 0.25];

/** One vibration and one short sound when a vote opens or somebody is called, where the device allows it; no sound beside a room's loudspeaker. */
export function chime({ sound }: { sound: boolean }) {
	if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
	if (!sound || !navigator.userActivation?.hasBeenActive || typeof AudioContext === 'undefined') return;
	const audio = new AudioContext();
	const [tone, volume] = [audio.createOscillator(), audio.createGain()];
	tone.frequency.value = hertz;
	volume.gain.value = 0.15;
	tone.connect(volume).connect(audio.destination);
	tone.start();
	tone.stop(audio.currentTime + seconds);
	tone.onended = () => void audio.close();
}
