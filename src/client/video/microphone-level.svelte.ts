// How loud a sound is at the moment, for the bar beside a microphone.

const everyMs = 100;
/** More than comes between two looks, up to 48,000 in a second: nothing is missed. */
const samplesEach = 8_192;
/** What a bar can show: from here, in decibels below the loudest, up to none. */
const quietestDb = -60;

export class MicrophoneLevel {
	#level = $state.raw(0);

	/** From 0 (silence) to 1 (the loudest that can be). */
	get level() {
		return this.#level;
	}

	/** Follows a stream's sound until the answer is called. */
	follow(stream: MediaStream): () => void {
		const context = new AudioContext();
		const analyser = new AnalyserNode(context, { fftSize: samplesEach });
		const source = context.createMediaStreamSource(stream);
		source.connect(analyser);
		void context.resume();
		const samples = new Float32Array(analyser.fftSize);
		const timer = setInterval(() => {
			analyser.getFloatTimeDomainData(samples);
			this.#level = levelOf(samples);
		}, everyMs);
		return () => {
			clearInterval(timer);
			source.disconnect(); // until then it must be held: one that is collected falls silent
			this.#level = 0;
			void context.close();
		};
	}
}

/** Loudness as ears have it: by the logarithm of what the samples carry. */
export function levelOf(samples: Float32Array): number {
	const power = samples.reduce((all, one) => all + one * one, 0) / samples.length;
	const decibels = 10 * Math.log10(power || Number.MIN_VALUE);
	return Math.min(1, Math.max(0, 1 - decibels / quietestDb));
}
