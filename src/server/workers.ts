// Who does which job. The queues are in platform/queues.ts.
import type { MeetingId } from '#domain/journal/ids.ts';
import { takeConclusion } from './followup/taking.ts';
import { idOf, parse, wholeNumber } from './platform/input.ts';
import type { Workers } from './platform/jobs.ts';
import { draftAfterClosing } from './records/drafting.ts';
import * as v from 'valibot';

const ofMeeting = v.object({ meeting: idOf<MeetingId>() });
const ofEntry = v.object({ meeting: idOf<MeetingId>(), seq: wholeNumber });

export const workers: Workers = {
	'records.draft': async (job) => {
		const asked = parse(ofMeeting, job);
		if (!asked.ok) throw new Error('a job to draft records names its meeting');
		await draftAfterClosing(asked.value.meeting);
	},
	'followup.take': async (job) => {
		const asked = parse(ofEntry, job);
		if (!asked.ok) throw new Error('a job to take up a conclusion names its entry');
		await takeConclusion(asked.value);
	}
};
