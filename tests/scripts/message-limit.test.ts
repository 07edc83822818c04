import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageLimit } from '../../scripts/message-limit.ts';

type Sent = { readonly payload: number; readonly final: boolean; readonly opcode?: number };

/** A masked frame, as browsers send it. */
function frame({ payload, final, opcode = 2 }: Sent): Buffer {
	const first = (final ? 0x80 : 0) | opcode;
	const mask = Buffer.alloc(4);
	const head =
		payload < 126
			? Buffer.of(first, 0x80 | payload)
			: payload < 65_536
				? Buffer.of(first, 0x80 | 126, payload >> 8, payload & 0xff)
				: Buffer.concat([Buffer.of(first, 0x80 | 127), long(payload)]);
	return Buffer.concat([head, mask, Buffer.alloc(payload, 7)]);
}
function long(payload: number) {
	const length = Buffer.alloc(8);
	length.writeBigUInt64BE(BigInt(payload));
	return length;
}

/** What comes through, or the error. */
async function through(most: number, chunks: readonly Buffer[]): Promise<Buffer | string> {
	const limit = new MessageLimit(most);
	const passed: Buffer[] = [];
	limit.on('data', (chunk) => passed.push(chunk));
	const ended = new Promise<Buffer | string>((resolve) => {
		limit.on('end', () => resolve(Buffer.concat(passed)));
		limit.on('error', ({ message }) => resolve(message));
	});
	for (const chunk of chunks) limit.write(chunk);
	limit.end();
	return ended;
}

const tooLong = 'a message is too long';

describe('messages of a WebSocket', () => {
	test('pass unchanged, however they are cut', async () => {
		const sent = fc.record({
			payload: fc.constantFrom(0, 1, 125, 126, 900, 65_535, 65_536),
			final: fc.boolean()
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(sent, { maxLength: 5 }),
				fc.integer({ min: 1, max: 20_000 }),
				async (all, size) => {
					const bytes = Buffer.concat(all.map(frame));
					const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
						bytes.subarray(at * size, (at + 1) * size)
					);

					expect(await through(1_000_000, chunks)).toEqual(bytes);
				}
			),
			{ numRuns: 50 }
		);
	});

	test('end with the first head that says too much, even before its bytes have come', async () => {
		const head = frame({ payload: 70_000, final: true }).subarray(0, 14);

		expect(await through(69_999, [head])).toBe(tooLong);
		expect(await through(70_000, [head])).toEqual(head);
		expect(
			await through(
				1000,
				[...head].map((byte) => Buffer.of(byte))
			)
		).toBe(tooLong);
	});

	test('count as one while they are in parts; a new one begins anew', async () => {
		const parts = [frame({ payload: 600, final: false }), frame({ payload: 600, final: true, opcode: 0 })];
		const two = [frame({ payload: 600, final: true }), frame({ payload: 600, final: true })];
		const between = [parts[0], frame({ payload: 9, final: true, opcode: 9 }), parts[1]].flatMap(
			(one) => one ?? []
		);

		expect(await through(1_000, parts)).toBe(tooLong);
		expect(await through(1_000, between)).toBe(tooLong);
		expect(await through(1_000, two)).toEqual(Buffer.concat(two));
	});

	test('that only steer are short', async () => {
		expect(await through(1_000, [frame({ payload: 200, final: true, opcode: 9 })])).toBe(tooLong);
	});
});
