// What one person must hear, wherever he is. A notice waits until it is read.
import type { Brand } from '#lib/brand.ts';
import type { Instant } from '#lib/time.ts';

export type NoticeId = Brand<string, 'NoticeId'>;
export const noticeKinds = [
	'meetingCalled',
	'approvalWanted',
	'draftApproved',
	'paperReplaced',
	'signatureWanted',
	'sealWanted'
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `about` is the id of what it concerns, `title` its name in words as it was then; empty where the kind says all. */
export type Notice = {
	readonly id: NoticeId;
	readonly kind: NoticeKind;
	readonly about: string;
	readonly title: string;
	readonly at: Instant;
};
