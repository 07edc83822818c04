// What one person must hear, wherever he is. A notice waits until it is read.
import type { Brand } from '#lib/brand.ts';
import type { Instant } from '#lib/time.ts';

export type NoticeId = Brand<string, 'NoticeId'>;
export const noticeKinds = [
	'meetingCalled',
	'approvalWanted',
	'draftApproved',
	'paperReplaced',
	'numberWanted',
	'signatureWanted',
	'sealWanted',
	'taskGiven',
	'taskChanged',
	'taskReported',
	'taskReturned',
	'taskConfirmed'
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

/** Whether it told of something to do for a meeting that the meeting itself shows as long as it is to be done. */
export const isOfTask = ({ kind }: Pick<Notice, 'kind'>): boolean =>
	kind === 'approvalWanted' || kind === 'draftApproved';
/** Whether it only tells: then who has read it puts it away. The others go when what they ask for is done. */
export const isNews = ({ kind }: Pick<Notice, 'kind'>): boolean => news.includes(kind);
const news: readonly NoticeKind[] = [
	'meetingCalled',
	'paperReplaced',
	'draftApproved',
	'taskChanged',
	'taskConfirmed'
];
