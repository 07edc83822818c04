import type { MeetingId, RecordId } from '#domain/journal/ids.ts';
import { partsOf } from '#domain/meetings/roster.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { current } from '#server/live/state.ts';
import { notify } from '#server/notices/notify.ts';
import type { Tx } from '#server/platform/db.ts';

type Waiting = { readonly id: RecordId; readonly meeting: MeetingId };
type Told = { readonly kind: NoticeKind; readonly title: string };
/** Whoever keeps the records of the meeting hears that one waits for him. */
export async function tellClerks(tx: Tx, { id, meeting }: Waiting, told: Told): Promise<void> {
	const { live, roster } = await current(tx, meeting);
	const clerks = partsOf(live.meeting, roster).filter(({ roles }) => roles.includes('recordsClerk'));
	await notify(
		tx,
		clerks.map(({ person }) => person),
		{ about: id, ...told }
	);
}
