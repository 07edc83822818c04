// The code on the hall screen, for the screen that shows it and for whoever has just read it.
import * as v from 'valibot';
import { codeTyped, hallCode, slotMs, slotOf } from '#domain/attendance/hall-code.ts';
import type { MeetingId, PersonId } from '#domain/journal/ids.ts';
import type { FoundMeeting, ShownCode } from '#domain/live/pages.ts';
import { isPresent } from '#domain/attendance/roll.ts';
import { actorIn } from '#domain/live/mine.ts';
import { ok, refuse } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { hallSecretOf, isCodeOf, isGuessing } from '#server/attendance/queries.ts';
import { meetingsOf } from '#server/meetings/queries.ts';
import type { Tx } from '#server/platform/db.ts';
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

type Read = { readonly person: PersonId; readonly code: string; readonly way: 'qr' | 'code' };
/** The meeting of somebody that shows this code now; null for one that is old, another's or none. */
export async function meetingShowing(
	tx: Tx,
	{ person, code, way }: Read,
	at: Instant
): Promise<FoundMeeting | null> {
	for (const { meeting, state } of await meetingsOf(tx, person)) {
		if (state !== 'called') continue;
		const { live, roster } = await current(tx, meeting);
		const { sitting } = live.roll;
		if (!(await isCodeOf(tx, { sitting, code, way }, at))) continue;
		const { seat } = actorIn(live, roster, { person, steppedUp: null, screen: null });
		const { heading, sittings } = live.meeting;
		return {
			meeting,
			title: heading?.title ?? '',
			bodyName: heading?.bodyName ?? '',
			sitting: sittings.find(({ id }) => id === sitting) ?? null,
			seat,
			present: seat !== null && isPresent(live.roll, seat)
		};
	}
	return null;
}

/** The meeting of the reader that shows this code now, as a picture of it leads here. */
export const meetingByHallCode = query({
	name: 'live.meetingByHallCode',
	needs: 'live.findByHallCode',
	input: v.object({ code: line(20) }),
	actor: actorOutside,
	async work(tx, { input, by: { person }, at }) {
		if (await isGuessing(tx, person)) return refuse({ code: 'tooManyTries' });
		return ok(await meetingShowing(tx, { person, code: codeTyped(input.code), way: 'qr' }, at));
	}
});
