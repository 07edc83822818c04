// A meeting of seven delegates that has been held and closed: on its first item a vote carried a resolution, on its second
// another did not; Cường spoke a conclusion; the third item was never taken up. Somebody came late, somebody left early.
import type { PersonId, RoundId, VoteId } from '../../src/domain/journal/ids.ts';
import type { SignedIn } from '../../src/domain/live/mine.ts';
import { canonicalBytes } from '../../src/lib/canonical-json.ts';
import { hashOfToken } from '../../src/server/accounts/sign-ins.ts';
import { clock } from '../../src/server/platform/clock.ts';
import { newId } from '../../src/server/platform/new-id.ts';
import { cast } from '../../src/server/voting/cast.ts';
import { done, hall, who } from './hall.ts';

/** A sign-in whose password has just been asked, for one act. */
export const proved = (person: PersonId): SignedIn => ({
	...who(person),
	steppedUp: { at: clock.now(), sitting: null }
});

type Hall = Awaited<ReturnType<typeof hall>>;
async function joinPoints({ points, act, ha }: Hall) {
	for (const { id, technician } of points) {
		done(await act(technician, 'video.join'));
		done(await act(technician, 'video.headcount', { count: 8 }));
		done(await act(ha, 'video.confirmHeard', { point: id }));
	}
}
async function loseLines({ points, act }: Hall) {
	for (const { technician } of points) {
		done(await act(technician, 'video.leave'));
		done(await act(technician, 'video.join'));
	}
}

export async function closedMeeting(options: { points?: readonly string[] } = {}) {
	const h = await hall(5, { resolution: true, ...options });
	const { act, ha, cuong, lien, delegate, sitting, items, meeting } = h;
	const chair = cuong.person;
	const [first, second, third, fourth, late] = delegate.map(({ person }) => person);
	if (!first || !second || !third || !fourth || !late) throw new Error('there are five delegates');
	const choose = async (round: RoundId, voter: PersonId, choice: string) => {
		const statement = canonicalBytes({ meeting, round, voter, attempt: 1, choice });
		done(await cast({ meeting, round, voter, attempt: 1, statement, holder: hashOfToken(voter) }));
	};
	const vote = async (planned: VoteId | undefined, choices: readonly (readonly [PersonId, string])[]) => {
		const round = newId<RoundId>();
		done(await act(chair, 'voting.openRound', { round, vote: planned }));
		for (const [voter, choice] of choices) await choose(round, voter, choice);
		done(await act(chair, 'voting.closeRound', { round }));
		done(await act(chair, 'voting.announce', { round }));
		return round;
	};

	done(await act(ha, 'attendance.beginRoll', { sitting }));
	await joinPoints(h);
	for (const person of [chair, lien.person, first, second, third, fourth])
		done(await act(person, 'attendance.checkIn'));
	done(await act(chair, 'meetings.openSitting', { sitting }));
	await loseLines(h);
	done(await act(late, 'attendance.checkIn'));
	done(await act(chair, 'meetings.startItem', { item: items[0]?.id }));
	const conclusion = {
		note: newId(),
		text: 'Hoàn thành nâng cấp đường truyền 31 xã.',
		leadUnit: 'Sở KH&CN',
		person: 'Giám đốc Sở',
		due: '2027-06-30'
	};
	done(await act(ha, 'proceedings.noteConclusion', conclusion));
	const approving = [first, second, third, chair] as const;
	const carried = await vote(items[0]?.votes[0]?.id, [
		...approving.map((person) => [person, 'approve'] as const),
		[fourth, 'disapprove'],
		[late, 'notVoting']
	]);
	done(await act(chair, 'meetings.endItem'));
	done(await act(ha, 'attendance.leave', { seat: delegate[0]?.seat }));
	done(await act(chair, 'meetings.startItem', { item: items[1]?.id }));
	const failed = await vote(items[1]?.votes[0]?.id, [
		[second, 'approve'],
		[third, 'approve'],
		[chair, 'approve'],
		[fourth, 'disapprove']
	]);
	done(await act(chair, 'meetings.endSitting'));
	done(await act(chair, 'meetings.close'));
	return { ...h, carried, failed, late, leaver: first };
}
