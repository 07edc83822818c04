import { describe, expect, test } from 'vitest';
import type { ItemId, SeatId } from '#domain/journal/ids.ts';
import { applyToFloor, closedFloor, requestToSpeak } from '#domain/floor/queue.ts';
import { refuse } from '#lib/result.ts';

const toan = { seat: 'seat-9' as SeatId };
const openFloor = applyToFloor(closedFloor, { type: 'floor.opened' });

describe('asking for the floor', () => {
	test('is refused while the floor is closed', () => {
		const asked = requestToSpeak(closedFloor, toan.seat);

		expect(asked).toEqual(refuse({ code: 'floorClosed' }));
	});

	test('twice is refused with the place in the queue', () => {
		const waiting = applyToFloor(openFloor, { type: 'floor.speechRequested', seat: toan.seat });

		const asked = requestToSpeak(waiting, toan.seat);

		expect(asked).toEqual(refuse({ code: 'alreadyWaiting', place: 1 }));
	});

	test('ends with the item: nobody who waited in a closed item is shown after it', () => {
		const waiting = applyToFloor(openFloor, { type: 'floor.speechRequested', seat: toan.seat });

		expect(applyToFloor(waiting, { type: 'agenda.itemEnded', item: 'item-1' as ItemId })).toEqual(
			closedFloor
		);
	});
});
