const [hertz, seconds] = [660, 0.25];

/** One short sound and one vibration when a vote opens, where the device allows it. */
export function announceVote() {
	if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
	if (!navigator.userActivation?.hasBeenActive || typeof AudioContext === 'undefined') return;
	const audio = new AudioContext();
	const [tone, volume] = [audio.createOscillator(), audio.createGain()];
	tone.frequency.value = hertz;
	volume.gain.value = 0.15;
	tone.connect(volume).connect(audio.destination);
	tone.start();
	tone.stop(audio.currentTime + seconds);
	tone.onended = () => void audio.close();
}
