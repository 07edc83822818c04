// What is said when a notice comes while a page is open: every page has it, the page of today alone has the rest.
import type { NoticeKind } from '#domain/notices/notice.ts';
import { m } from './messages/messages.js';

const came: { readonly [kind in NoticeKind]: () => string } = {
	meetingCalled: m.notices_came_meetingCalled,
	approvalWanted: m.notices_came_approvalWanted,
	draftApproved: m.notices_came_draftApproved,
	paperReplaced: m.notices_came_paperReplaced,
	numberWanted: m.notices_came_numberWanted,
	signatureWanted: m.notices_came_signatureWanted,
	sealWanted: m.notices_came_sealWanted,
	taskGiven: m.notices_came_taskGiven,
	taskChanged: m.notices_came_taskChanged,
	taskReported: m.notices_came_taskReported,
	taskReturned: m.notices_came_taskReturned,
	taskConfirmed: m.notices_came_taskConfirmed
};

export const cameWords = (kind: NoticeKind): string => came[kind]();
