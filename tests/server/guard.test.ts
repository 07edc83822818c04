import { afterAll, describe, expect, test } from 'vitest';
import { client } from '#server/platform/db.ts';
import { guard } from '#server/platform/guard.ts';

afterAll(() => client.end());

describe('the guard', () => {
	const ask = (method: string, origin: string | null, by = 'a') =>
		guard({ method, origin, own: 'https://nghi-su.example', by: { person: by } });

	test('lets reading pass, and changes only from our own origin', async () => {
		expect(await ask('GET', null)).toBeNull();
		expect(await ask('POST', null)).toBe(403);
		expect(await ask('POST', 'https://evil.example')).toBe(403);
		expect(await ask('POST', 'https://nghi-su.example')).toBeNull();
	});
	test('slows down whoever asks too often, counted for all processes in the database', async () => {
		const answers = await Promise.all(
			Array.from({ length: 605 }, () => ask('POST', 'https://nghi-su.example', 'b'))
		);
		expect(answers.filter((status) => status === 429)).toHaveLength(5);
	});
});
