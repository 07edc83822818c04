// What the pages of this module show. Plain types: queries make them, screens take them.
import type { Hash } from '#lib/hash.ts';
import type { Instant } from '#lib/time.ts';
import type { MeetingId, RecordId } from '../journal/ids.ts';
import type { CalendarDate, RecordKind } from './content.ts';
import type { RecordDraft } from './draft.ts';
import type { RecordState } from './record.ts';

export type RecordLine = {
	readonly id: RecordId;
	readonly kind: RecordKind;
	readonly state: RecordState;
	readonly title: string;
	readonly number: string | null;
	/** Who is awaited; null where nobody is. */
	readonly waitsFor: string | null;
	readonly isMine: boolean;
};
export type RecordsPage = {
	readonly meeting: MeetingId;
	readonly title: string;
	readonly bodyName: string;
	readonly state: 'open' | 'closed' | 'sealed';
	readonly lines: readonly RecordLine[];
	readonly mayDraft: boolean;
};
export type SignatureLine = {
	readonly field: string;
	readonly kind: 'person' | 'seal';
	readonly name: string;
	readonly capacity: string;
	readonly signedAt: Instant | null;
	readonly isNext: boolean;
};
export type RecordPage = {
	readonly meeting: MeetingId;
	readonly meetingTitle: string;
	readonly bodyName: string;
	readonly id: RecordId;
	readonly kind: RecordKind;
	readonly state: RecordState;
	readonly version: number;
	readonly title: string;
	readonly draft: RecordDraft;
	readonly number: { readonly printed: string; readonly date: CalendarDate; readonly code: string } | null;
	readonly file: { readonly hash: Hash; readonly pages: number } | null;
	readonly signatures: readonly SignatureLine[];
	readonly verify: { readonly address: string; readonly url: string; readonly qr: string } | null;
	readonly carriedBy: { readonly code: string; readonly approve: number; readonly membership: number } | null;
	readonly journal: { readonly size: number; readonly head: Hash } | null;
	readonly changedAt: Instant;
	/** The register's next number for it, to be seen before it is taken; `isFirst` while none of its series was taken here. */
	readonly nextNumber: { readonly printed: string; readonly isFirst: boolean } | null;
	readonly may: {
		readonly edit: boolean;
		readonly submit: boolean;
		readonly number: boolean;
		readonly sign: boolean;
		readonly seal: boolean;
		readonly giveUp: boolean;
	};
};
