// The code on the hall screen, for the screen that shows it and for whoever has just read it.
import * as v from 'valibot';
import { codeTyped, hallCode, slotMs, slotOf } from '#domain/attendance/hall-code.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { FoundMeeting, ShownCode } from '#domain/live/pages.ts';
import { isPresent } from '#domain/attendance/roll.ts';
import { actorIn } from '#domain/live/mine.ts';
import { ok, refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { hallSecretOf, isCodeOf, isGuessing } from '#server/attendance/queries.ts';
import { meetingsOf } from '#server/meetings/queries.ts';
import { query } from '#server/platform/desk.ts';
import { idOf, line } from '#server/platform/input.ts';
import { qrSvg } from '#server/platform/qr-image.ts';
import { actorInMeeting } from './queries.ts';
import { current } from './state.ts';

/** The code of this slot and of the next one, so that the change is shown in time. `origin` is where people reach us. */
export const hallCodes = query({
	name: 'live.hallCodes',
	needs: 'live.readHallCode',
	input: v.object({ meeting: idOf<MeetingId>(), origin: v.pipe(v.string(), v.url()) }),
	actor: actorInMeeting,
	async work(tx, { input: { meeting, origin }, at }) {
		const { sitting } = (await current(tx, meeting)).live.roll;
		const secret = sitting && (await hallSecretOf(tx, sitting));
		if (!sitting || !secret) return refuse({ code: 'rollNotBegun' });
		const slot = slotOf(at);
		const shown = [slot, slot + 1].map(async (one): Promise<ShownCode> => {
			const code = hallCode(secret, sitting, one);
			return { code, from: instant(one * slotMs), picture: await qrSvg(`${origin}/c/${code}`) };
		});
		return ok(await Promise.all(shown));
	}
});

/** The meeting of the reader that shows this code now. A code that is old, another's or none has the same answer. */
export const meetingByHallCode = query({
	name: 'live.meetingByHallCode',
	needs: 'live.findByHallCode',
	input: v.object({ code: line(20) }),
	actor: actorOutside,
	async work(tx, { input, by, at }) {
		const code = codeTyped(input.code);
		if (await isGuessing(tx, by.person)) return refuse({ code: 'tooManyTries' });
		for (const { meeting, state } of await meetingsOf(tx, by.person)) {
			if (state !== 'called') continue;
			const { live, roster } = await current(tx, meeting);
			const { sitting } = live.roll;
			if (!(await isCodeOf(tx, { sitting, code, way: 'qr' }, at))) continue;
			const { seat } = actorIn(live, roster, { person: by.person, steppedUp: null, screen: null });
			const place = live.meeting.sittings.find(({ id }) => id === sitting);
			const title = live.meeting.heading?.title ?? '';
			const present = seat !== null && isPresent(live.roll, seat);
			return ok<FoundMeeting>({ meeting, title, sitting: place ?? null, seated: seat !== null, present });
		}
		return ok(null);
	}
});
