// What is said of things that wait.
import type { MeetingTask } from '#domain/meetings/today.ts';
import type { Notice, NoticeKind } from '#domain/notices/notice.ts';
import { m } from './messages/messages.js';

type Words = { readonly title: string; readonly detail: string };

const notices: { readonly [kind in NoticeKind]: (facts: { title: string }) => Words } = {
	meetingCalled: (facts) => ({
		title: m.notices_kind_meetingCalled(facts),
		detail: m.notices_detail_meetingCalled()
	}),
	approvalWanted: (facts) => ({
		title: m.notices_kind_approvalWanted(facts),
		detail: m.notices_detail_approvalWanted()
	}),
	draftApproved: (facts) => ({
		title: m.notices_kind_draftApproved(facts),
		detail: m.notices_detail_draftApproved()
	}),
	paperReplaced: (facts) => ({
		title: m.notices_kind_paperReplaced(facts),
		detail: m.notices_detail_paperReplaced()
	}),
	numberWanted: (facts) => ({
		title: m.notices_kind_numberWanted(facts),
		detail: m.notices_detail_numberWanted()
	}),
	signatureWanted: (facts) => ({
		title: m.notices_kind_signatureWanted(facts),
		detail: m.notices_detail_signatureWanted()
	}),
	sealWanted: (facts) => ({ title: m.notices_kind_sealWanted(facts), detail: m.notices_detail_sealWanted() }),
	taskGiven: (facts) => ({ title: m.notices_kind_taskGiven(facts), detail: m.notices_detail_taskGiven() }),
	taskChanged: (facts) => ({
		title: m.notices_kind_taskChanged(facts),
		detail: m.notices_detail_taskChanged()
	}),
	taskReported: (facts) => ({
		title: m.notices_kind_taskReported(facts),
		detail: m.notices_detail_taskReported()
	}),
	taskReturned: (facts) => ({
		title: m.notices_kind_taskReturned(facts),
		detail: m.notices_detail_taskReturned()
	}),
	taskConfirmed: (facts) => ({
		title: m.notices_kind_taskConfirmed(facts),
		detail: m.notices_detail_taskConfirmed()
	})
};
const tasks: { readonly [kind in MeetingTask['kind']]: (facts: { title: string }) => Words } = {
	prepare: (facts) => ({ title: m.notices_task_prepare(facts), detail: m.notices_taskDetail_prepare() }),
	awaitApproval: (facts) => ({
		title: m.notices_task_awaitApproval(facts),
		detail: m.notices_taskDetail_awaitApproval()
	}),
	approve: (facts) => ({ title: m.notices_task_approve(facts), detail: m.notices_taskDetail_approve() }),
	publish: (facts) => ({ title: m.notices_task_publish(facts), detail: m.notices_taskDetail_publish() }),
	finishRecords: (facts) => ({
		title: m.notices_task_finishRecords(facts),
		detail: m.notices_taskDetail_finishRecords()
	})
};
export const noticeWords = ({ kind, title }: Notice): Words => notices[kind]({ title });
export const taskWords = ({ kind, title }: MeetingTask): Words => tasks[kind]({ title });
