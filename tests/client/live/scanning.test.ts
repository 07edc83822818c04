import { describe, expect, test } from 'vitest';
import { failureOf } from '#client/live/camera.svelte.ts';
import { Scanning } from '#client/live/scanning.svelte.ts';
import type { Pointed } from '#domain/live/handle.ts';
import type { MeetingId } from '#domain/journal/ids.ts';

const own = ['https://hop.example'];
const handle = 'aB3_-fGhIjKlMnOpQrStUv';
const pointed: Pointed = { kind: 'meeting', meeting: 'm' as MeetingId, title: 'Kỳ họp thứ 6', running: true };

/** A scanner whose server knows one code, and writes down what it is asked. */
function scanner(known: Pointed | null = pointed) {
	const asked: string[] = [];
	const scanning = new Scanning(own, async ({ code, way }) => {
		asked.push(`${code} ${way}`);
		return { pointed: known };
	});
	return { scanning, asked };
}

describe('a code in the picture', () => {
	test('of ours is asked about once, and waits for an answer of the person', async () => {
		const { scanning, asked } = scanner();

		for (let frame = 0; frame < 3; frame++) await scanning.read(`https://hop.example/q/${handle}`);

		expect(asked).toEqual([`${handle} qr`]);
		expect(scanning.reading).toEqual({ state: 'found', pointed, way: 'qr' });
	});

	test('in view while another one is asked about changes nothing', async () => {
		const { scanning, asked } = scanner();

		const first = scanning.read('https://hop.example/c/LG7K2M9D');
		await scanning.read(`https://hop.example/q/${handle}`);
		await first;

		expect(asked).toEqual(['LG7K2M9D qr']);
	});

	test('that is turned down is looked at again', async () => {
		const { scanning, asked } = scanner();
		await scanning.read('https://hop.example/c/LG7K2M9D');

		scanning.again();
		await scanning.read('https://hop.example/c/LG7K2M9D');

		expect(asked).toHaveLength(2);
	});

	test('of nobody’s is said to be unknown, and not asked about in every frame', async () => {
		const { scanning, asked } = scanner(null);

		for (let frame = 0; frame < 3; frame++) await scanning.read(`https://hop.example/q/${handle}`);

		expect(asked).toHaveLength(1);
		expect(scanning.reading).toEqual({ state: 'unknown' });
	});

	test('of another host is never asked about', async () => {
		const { scanning, asked } = scanner();

		await scanning.read(`https://evil.example/q/${handle}`);

		expect(asked).toEqual([]);
		expect(scanning.reading).toEqual({ state: 'notOurs', what: { kind: 'foreign', host: 'evil.example' } });
	});
});

describe('a code that is typed', () => {
	test('is asked about as one that was typed', async () => {
		const { scanning, asked } = scanner();

		await scanning.type('lg7k-2m9d');

		expect(asked).toEqual(['LG7K2M9D code']);
	});

	test('and has not eight signs is not sent', async () => {
		const { scanning, asked } = scanner();

		await scanning.type('LG7K');

		expect(asked).toEqual([]);
		expect(scanning.reading).toEqual({ state: 'notACode' });
	});
});

test.each([
	['NotAllowedError', 'refused'],
	['NotFoundError', 'none'],
	['OverconstrainedError', 'none'],
	['NotReadableError', 'taken'],
	['AbortError', 'taken']
])('%s of a browser means that the camera is %s', (name, failure) => {
	expect(failureOf(new DOMException('', name))).toBe(failure);
});
