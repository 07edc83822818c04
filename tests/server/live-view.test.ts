import { afterAll, describe, expect, test } from 'vitest';
import { refuse } from '#lib/result.ts';
import { liveView } from '#server/live/queries.ts';
import { client } from '#server/platform/db.ts';
import { done, draftOf, hall, who } from '../support/hall.ts';

afterAll(() => client.end());

describe('what a screen begins with', () => {
	test('is the meeting as its audience sees it: the main part’s where none is asked for', async () => {
		const h = await hall(3);
		await h.open();
		const view = (person: typeof h.ha, as: string | null) =>
			liveView.run(who(person), { meeting: h.meeting, as }).then((result) => done(result).view);

		const [delegate, console] = [await view(h.cuong.person, 'delegate'), await view(h.ha, null)];

		expect([delegate.audience, console.audience]).toEqual(['delegate', 'secretariat']);
		expect(delegate.live.roll).toMatchObject({ seats: null, present: 5 });
		expect(Object.keys(console.live.roll.seats ?? {})).toHaveLength(5);
		expect(console.seq).toBe(delegate.seq);
	});

	test('hides the title of a closed item from whoever was not called, and refuses an audience that no role allows', async () => {
		const h = await hall(3);
		const shown = done(await liveView.run(who(h.stranger), { meeting: h.meeting, as: null })).view;

		expect(shown.audience).toBe('public');
		expect(shown.live.meeting.agenda.map(({ title }) => title)).toEqual(['Mục 1', null, 'Mục 3']);
		for (const as of ['chair', 'secretariat', 'delegate', 'x'])
			expect(await liveView.run(who(h.stranger), { meeting: h.meeting, as })).toEqual(
				refuse({ code: 'notAllowed' })
			);
	});

	test('is nothing before the meeting is called', async () => {
		const d = await draftOf(1);

		expect(await liveView.run(who(d.ha), { meeting: d.meeting, as: null })).toEqual(
			refuse({ code: 'notFound' })
		);
	});
});
