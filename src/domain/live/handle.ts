// The codes of the printed sheet: a handle in the picture, a short code beside it, for a meeting and for each item of its
// agenda. They open nothing by themselves: what they point at is shown to whoever may see it anyway.
import { codeLength, codeSigns, codeTyped } from '../attendance/hall-code.ts';
import type { ItemId, MeetingId } from '../journal/ids.ts';
import type { FoundMeeting } from './pages.ts';

/** 128 bits in base64url. */
const handle = /^[A-Za-z0-9_-]{22}$/;
const code = new RegExp(`^[${codeSigns}]{${codeLength}}$`);

export const isHandle = (text: string): boolean => handle.test(text);
/** The eight signs as somebody types them, on the hall screen or on paper; null for what is no such code. */
export function shortCodeTyped(typed: string): string | null {
	const signs = codeTyped(typed);
	return code.test(signs) ? signs : null;
}
/** As people read eight signs: in two groups. */
export const grouped = (signs: string): string => `${signs.slice(0, 4)} ${signs.slice(4)}`;

/** What a code points at, for somebody who may know it. */
export type Pointed =
	| { readonly kind: 'hall'; readonly code: string; readonly found: FoundMeeting }
	| {
			readonly kind: 'meeting';
			readonly meeting: MeetingId;
			readonly title: string;
			readonly running: boolean;
	  }
	| {
			readonly kind: 'item';
			readonly meeting: MeetingId;
			readonly title: string;
			readonly running: boolean;
			readonly item: ItemId;
			readonly number: number;
			readonly itemTitle: string;
	  };

export type Place = `/c/${string}` | `/meetings/${string}`;
/** Where a code leads: into the session while it runs, else to the page of the meeting; to the place of an item. */
export function placeOf(pointed: Pointed): Place {
	switch (pointed.kind) {
		case 'hall':
			return `/c/${pointed.code}`;
		case 'meeting':
			return `/meetings/${pointed.meeting}${pointed.running ? '/session' : ''}`;
		case 'item':
			return `/meetings/${pointed.meeting}${pointed.running ? `/session?item=${pointed.item}` : `#item-${pointed.item}`}`;
	}
}
