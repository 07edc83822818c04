// The times of a speech as people read them: `04:22` on a clock, *5 phút* in a sentence.
import { m } from './messages/messages.js';

const two = (count: number) => String(count).padStart(2, '0');
const parts = (ms: number) => {
	const seconds = Math.floor(ms / 1_000);
	return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
};

/** `04:22`: whole seconds that have passed. */
export function clockOfMs(ms: number): string {
	const { minutes, seconds } = parts(Math.max(0, ms));
	return `${two(minutes)}:${two(seconds)}`;
}
/** `03:12`: whole seconds that are left, or `+0:24` over. */
export function leftOfMs(ms: number): string {
	if (ms > 0) return clockOfMs(Math.ceil(ms / 1_000) * 1_000);
	const { minutes, seconds } = parts(-ms);
	return `+${minutes}:${two(seconds)}`;
}
/** *5 phút*, *5 phút 30 giây*, *30 giây*. */
export function durationInWords(ms: number): string {
	const { minutes, seconds } = parts(Math.max(0, ms));
	if (minutes === 0) return m.floor_seconds({ count: seconds });
	return seconds === 0 ? m.floor_minutes({ count: minutes }) : m.floor_minutesSeconds({ minutes, seconds });
}
