import { afterAll, describe, expect, test } from 'vitest';
import { newId } from '#server/platform/new-id.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { liveView } from '#server/live/queries.ts';
import { client } from '#server/platform/db.ts';
import { done, hall, who } from '../support/hall.ts';

afterAll(() => client.end());

describe('what a screen begins with', () => {
	test('is the meeting as the part of the person is shown it', async () => {
		const { meeting, cuong, delegate } = await hall(3);
		const asked = { meeting, as: null };

		const chair = done(await liveView.run(who(cuong.person), asked));
		const toan = done(await liveView.run(who(delegate[0]?.person ?? cuong.person), asked));

		expect([chair.view.audience, toan.view.audience]).toEqual(['chair', 'delegate']);
		expect(toan.view.seq).toBe(chair.view.seq);
	});

	test('is refused as a part that the person does not have', async () => {
		const { meeting, delegate, cuong } = await hall(3);

		const answer = await liveView.run(who(delegate[0]?.person ?? cuong.person), { meeting, as: 'chair' });

		expect(answer).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('is not there for a meeting that was never called', async () => {
		const { cuong } = await hall(3);

		const answer = await liveView.run(who(cuong.person), { meeting: newId<MeetingId>(), as: null });

		expect(answer.ok).toBe(false);
	});
});
