import type { MeetingId } from '#domain/journal/ids.ts';
import type { Assignees } from '#domain/proceedings/pages.ts';

const none: Assignees = { units: [], people: [] };
/** Units and people who fit a text; none where the server cannot be asked: the words stay free. */
export async function assigneesFor(meeting: MeetingId, text: string): Promise<Assignees> {
	try {
		const answer = await fetch(`/meetings/${meeting}/assignees?text=${encodeURIComponent(text)}`);
		return answer.ok ? await answer.json() : none;
	} catch {
		return none; // no line, or an answer that is none of ours
	}
}
