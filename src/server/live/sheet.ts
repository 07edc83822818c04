// The sheet of QR codes that the secretary prints, and where its codes lead.
import * as v from 'valibot';
import { grouped, isHandle, shortCodeTyped, type Pointed } from '#domain/live/handle.ts';
import type { MeetingId, PersonId } from '#domain/journal/ids.ts';
import { audienceFor, viewOf } from '#domain/live/audience.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import { actorIn } from '#domain/live/mine.ts';
import type { SheetCode, SheetPage } from '#domain/live/pages.ts';
import { openSitting } from '#domain/meetings/meeting.ts';
import { partOf } from '#domain/meetings/roster.ts';
import { ok, refuse } from '#lib/result.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { isGuessing } from '#server/attendance/queries.ts';
import { audit } from '#server/platform/audit.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand, query } from '#server/platform/desk.ts';
import { idOf, line } from '#server/platform/input.ts';
import { qrSvg } from '#server/platform/qr-image.ts';
import { meetingShowing } from './hall-codes.ts';
import { actorInMeeting } from './queries.ts';
import { dropSheetCodes, makeSheetCodes, sheetCodesOf, targetOf } from './sheet-codes.ts';
import { current, lock } from './state.ts';

/** The sheet, with its pictures. `origin` is where people reach us. */
export const sheetPage = query({
	name: 'live.sheetPage',
	needs: 'live.printSheet',
	input: v.object({ meeting: idOf<MeetingId>(), origin: v.pipe(v.string(), v.url()) }),
	actor: actorInMeeting,
	async work(tx, { input: { meeting, origin } }) {
		const { heading, sittings, agenda, state } = (await current(tx, meeting)).live.meeting;
		if (state === 'draft' || state === 'cancelled') return refuse({ code: 'meetingNotCalled' });
		const rows = await sheetCodesOf(tx, meeting);
		const codeOf = async (
			item: SheetCode['item'],
			said: Pick<SheetCode, 'number' | 'title' | 'presenter'>
		) => {
			const row = rows.find((one) => one.item === item);
			if (!row) return null;
			const picture = await qrSvg(`${origin}/q/${row.handle}`);
			return { item, ...said, shortCode: grouped(row.shortCode), picture };
		};
		const items = agenda.map(({ id, title, presenter }, at) =>
			codeOf(id, { number: at + 1, title: title ?? '', presenter })
		);
		return ok<SheetPage>({
			meeting,
			heading,
			sittings,
			address: new URL(origin).host,
			whole: await codeOf(null, { number: null, title: heading?.title ?? '', presenter: '' }),
			items: (await Promise.all(items)).filter((one) => one !== null)
		});
	}
});

/** Makes every code of the sheet anew: what was printed before leads nowhere from now on. */
export const renewSheet = deskCommand({
	name: 'live.renewSheet',
	needs: 'live.printSheet',
	input: v.object({ meeting: idOf<MeetingId>() }),
	actor: actorInMeeting,
	async work(tx, { input: { meeting }, by }) {
		const held = await lock(tx, meeting); // two at once would leave two sheets that are good
		if (!held || held.live.meeting.state === 'cancelled') return refuse({ code: 'meetingNotCalled' });
		await dropSheetCodes(tx, meeting);
		await makeSheetCodes(tx, meeting, held.live.meeting.agenda);
		await audit(tx, { person: by.person, act: 'live.renewSheet', outcome: 'done', facts: { meeting } });
		return ok(null);
	}
});

/**
 * What a code points at: the hall's first, then the sheet's. One that is unknown, forged, made anew since, or of something
 * that the reader may not see has the same answer: null.
 */
export const followCode = query({
	name: 'live.followCode',
	needs: 'live.followCode',
	input: v.object({ code: line(40), way: v.picklist(['qr', 'code']) }),
	actor: actorOutside,
	async work(tx, { input, by: { person }, at }) {
		const signs = shortCodeTyped(input.code);
		if (await isGuessing(tx, person)) return refuse({ code: 'tooManyTries' });
		const found = signs && (await meetingShowing(tx, { person, code: signs, way: input.way }, at));
		if (signs && found) return ok<Pointed>({ kind: 'hall', code: signs, found });
		const code = signs ?? (isHandle(input.code) ? input.code : null);
		return ok(code && (await pointedAt(tx, code, person)));
	}
});

async function pointedAt(tx: Tx, code: string, person: PersonId): Promise<Pointed | null> {
	const target = await targetOf(tx, code);
	if (!target) return null;
	const { live, roster } = await current(tx, target.meeting);
	if (!partOf(live.meeting, roster, person) || live.meeting.state === 'cancelled') return null;
	const audience = audienceFor(actorIn(live, roster, { person, steppedUp: null, screen: null }), null);
	const shown = audience && viewOf(live, audience).meeting;
	if (!shown) return null;
	const { meeting, item } = target;
	const found = { meeting, title: shown.heading?.title ?? '', running: isRunning(live) };
	if (item === null) return { kind: 'meeting', ...found };
	const at = shown.agenda.findIndex(({ id }) => id === item);
	const itemTitle = shown.agenda[at]?.title ?? null;
	return itemTitle === null ? null : { kind: 'item', ...found, item, number: at + 1, itemTitle };
}

/** Whether people are in session: a sitting is open, or its roll is being taken. */
const isRunning = ({ meeting, roll }: LiveMeeting) =>
	openSitting(meeting) !== undefined ||
	meeting.sittings.some(({ id, state }) => state === 'paused' || (id === roll.sitting && state !== 'ended'));
