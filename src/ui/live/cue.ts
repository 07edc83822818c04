// The sentence proposed to the chair for what is in hand.
import { nextItem, numberOf, type Phase } from '#client/live/phase.ts';
import type { Quorum } from '#domain/attendance/quorum.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import { voteOf, type PlannedVote } from '#domain/meetings/agenda.ts';
import { isCarried } from '#domain/voting/threshold.ts';
import type { VoteRound } from '#domain/voting/vote-round.ts';
import { percentOf } from '#i18n/format.ts';
import { m } from '#i18n/messages/messages.js';

type Known = {
	readonly live: LiveMeeting;
	readonly quorum: Quorum;
	readonly vote: PlannedVote | null;
};

/** Null where there is nothing to be said. */
export function cueOf(phase: Phase, { live, quorum, vote }: Known): string | null {
	const { meeting } = live;
	switch (phase.state) {
		case 'gathering':
			return quorum.met ? m.live_cueOpening({ ...quorum, title: meeting.heading?.title ?? '' }) : null;
		case 'between':
			return toNext(live) ?? m.live_cueEnding();
		case 'item':
			return vote ? m.live_cueVote({ subject: vote.subject }) : toNext(live);
		case 'voting':
			return m.live_cueClosing();
		case 'counted':
			return resultCue(phase.round, live);
		case 'waiting':
		case 'ended':
		case 'over':
			return null;
	}
}

function toNext({ meeting }: LiveMeeting): string | null {
	const next = nextItem(meeting);
	return (
		next &&
		m.live_cueNext({ number: numberOf(meeting, next.id), title: next.title ?? m.meetings_itemClosed() })
	);
}

function resultCue({ tally, membership, bound, vote }: VoteRound, { meeting }: LiveMeeting): string | null {
	if (!tally) return null;
	const facts = {
		approve: tally.approve,
		members: membership,
		percent: percentOf(tally.approve, membership),
		body: meeting.heading?.bodyName ?? '',
		subject: voteOf(meeting.agenda, vote)?.planned.subject ?? ''
	};
	return isCarried({ approve: tally.approve, membership }, bound)
		? m.live_cueCarried(facts)
		: m.live_cueNotCarried(facts);
}
