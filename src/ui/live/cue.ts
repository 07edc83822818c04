// The sentence proposed to the chair for what is in hand.
import { nextItem, numberOf, type Phase } from '#client/live/phase.ts';
import type { Quorum } from '#domain/attendance/quorum.ts';
import type { SeatId } from '#domain/journal/ids.ts';
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
	readonly chosen: boolean;
	readonly nameOf: (seat: SeatId) => string;
};

/** Null where there is nothing to be said. */
export function cueOf(phase: Phase, known: Known): string | null {
	const { live, quorum, vote } = known;
	const { meeting } = live;
	switch (phase.state) {
		case 'gathering':
			return quorum.met ? m.live_cueOpening({ ...quorum, title: meeting.heading?.title ?? '' }) : null;
		case 'between':
			return toNext(live) ?? m.live_cueEnding();
		case 'item':
			return floorCue(known) ?? (vote ? m.live_cueVote({ subject: vote.subject }) : toNext(live));
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

/** Thanks whoever speaks, calls the first who waits and names the one after him; null where neither is there. */
function floorCue({ live, chosen, nameOf }: Known): string | null {
	const { speaking, waiting } = live.floor;
	const [first, second] = chosen ? [] : waiting;
	const thanks = speaking && m.floor_thanks({ name: nameOf(speaking.seat) });
	if (!first) return thanks;
	const next = second ? m.floor_prepares({ name: nameOf(second.seat) }) : '';
	const invites = `${m.floor_invites({ name: nameOf(first.seat) })}${next}.`;
	return thanks ? `${thanks} ${invites}` : invites;
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
