const [hertz, seconds, loudness] = [523, 1.2, 0.2];

/** A short tone out of the loudspeakers of this machine; the answer comes when it has ended. */
export async function playTestTone(): Promise<void> {
	const context = new AudioContext();
	await context.resume();
	const tone = new OscillatorNode(context, { frequency: hertz });
	tone.connect(new GainNode(context, { gain: loudness })).connect(context.destination);
	const ended = new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
	tone.start();
	tone.stop(context.currentTime + seconds);
	await ended;
	await context.close();
}
