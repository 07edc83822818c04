import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pauseMs } from '#client/video/again.ts';
import { problemOf } from '#client/video/device-problem.ts';
import { levelOf } from '#client/video/microphone-level.svelte.ts';
import { capture, sending } from '#client/video/sound-profile.ts';

describe('the pause before coming back', () => {
	test('is next to nothing at first, and then never under one second nor over thirty', () => {
		const chance = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000 }), chance, (tries, by) => {
				const ms = pauseMs(tries, by);

				expect(ms).toBeLessThanOrEqual(tries === 0 ? 500 : 30_000);
				expect(ms).toBeGreaterThanOrEqual(tries === 0 ? 0 : 1_000);
			})
		);
	});

	test('doubles up to half a minute', () => {
		expect([1, 2, 3, 4, 5, 6].map((tries) => pauseMs(tries, 0))).toEqual([
			2_000, 4_000, 8_000, 16_000, 30_000, 30_000
		]);
	});
});

test('the sound of a mixer is left as it is; a speakerphone is guarded against its own echo', () => {
	const untouched = { autoGainControl: false, echoCancellation: false, noiseSuppression: false };
	const cleaned = { autoGainControl: true, echoCancellation: true, noiseSuppression: true };

	expect(capture('mixer', 'desk')).toMatchObject({ ...untouched, voiceIsolation: false, deviceId: 'desk' });
	expect(capture('speakerphone', null)).toEqual({ ...cleaned, voiceIsolation: false, channelCount: 1 });
	expect([sending('mixer').dtx, sending('speakerphone').dtx]).toEqual([false, true]);
});

test('the level of a sound is none in silence, whole at the loudest, and half at thirty decibels less', () => {
	const loud = (amplitude: number) =>
		Float32Array.from({ length: 64 }, (_, at) => (at % 2 ? amplitude : -amplitude));

	expect(levelOf(loud(0))).toBe(0);
	expect(levelOf(loud(1))).toBe(1);
	expect(levelOf(loud(10 ** (-30 / 20)))).toBeCloseTo(0.5, 5);
	expect(levelOf(loud(0.000_1))).toBe(0);
});

test.each([
	['NotAllowedError', 'refused'],
	['NotFoundError', 'none'],
	['OverconstrainedError', 'none'],
	['NotReadableError', 'taken'],
	['SomethingError', 'failed']
])('a device that gives %s is %s', (name, problem) => {
	expect(problemOf(new DOMException('x', name))).toBe(problem);
	expect(problemOf('x')).toBe('failed');
});
