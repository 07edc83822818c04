// Who does which job. The queues are in platform/queues.ts.
import type { MeetingId } from '#domain/journal/ids.ts';
import { idOf, parse } from './platform/input.ts';
import type { Workers } from './platform/jobs.ts';
import { draftAfterClosing } from './records/drafting.ts';
import * as v from 'valibot';

const ofMeeting = v.object({ meeting: idOf<MeetingId>() });

export const workers: Workers = {
	'records.draft': async (job) => {
		const asked = parse(ofMeeting, job);
		if (!asked.ok) throw new Error('a job to draft records names its meeting');
		await draftAfterClosing(asked.value.meeting);
	}
};
