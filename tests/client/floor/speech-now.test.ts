import { describe, expect, test } from 'vitest';
import { SpeechNow } from '#client/floor/speech-now.svelte.ts';
import { Room } from '#client/live/room.svelte.ts';
import type { SeatId } from '#domain/journal/ids.ts';
import { emptyMeeting, fold, type LiveEvent } from '#domain/live/meeting.ts';
import { instant } from '#lib/time.ts';
import { before } from '../../support/conducting-events.ts';

const toan = 'ĐB-03' as SeatId;
const [second, minute] = [1_000, 60_000];

/** Toàn has begun so long ago by the server's clock; the device's own is wrong by as much. */
function speaking(begunAgo: number | null, wrongBy: number) {
	const server = instant(Date.now() + wrongBy);
	const events: LiveEvent[] = [
		{ type: 'floor.granted', seat: toan, subject: null, at: server, allottedMs: 10 * minute }
	];
	if (begunAgo !== null)
		events.push({ type: 'floor.speechStarted', seat: toan, at: instant(server - begunAgo) });
	const live = fold(emptyMeeting, [...before, ...events]);
	const room = new Room({ audience: 'delegate', seq: 9, live });
	room.hear(server);
	return new SpeechNow(room);
}
const seconds = (ms: number | undefined) => Math.round((ms ?? 0) / second);

describe('the clock of a speech', () => {
	test.each([0, 10 * minute, -10 * minute])(
		'is the server’s: a device that is wrong by %d ms shows the same',
		(wrongBy) => {
			const { stand } = speaking(2 * minute, wrongBy);

			expect([seconds(stand?.spentMs), seconds(stand?.leftMs), stand?.says]).toEqual([120, 480, 'runs']);
		}
	);

	test('does not run before the speaker has begun', () => {
		expect(speaking(null, 0).stand).toEqual({ leftMs: 10 * minute, spentMs: 0, says: 'waits' });
	});

	test('warns in the last minute, and then says that the time is over', () => {
		expect(speaking(9 * minute + 30 * second, 0).stand?.says).toBe('warns');
		expect(speaking(10 * minute + 24 * second, 0).stand?.says).toBe('over');
	});

	test('is nobody’s while nobody has the floor', () => {
		const room = new Room({ audience: 'delegate', seq: 9, live: fold(emptyMeeting, before) });

		expect(new SpeechNow(room).stand).toBeNull();
	});
});
