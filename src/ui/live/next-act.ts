// What the chair's large button stands for. It always says what will happen; where nothing can, its place stays and is inert.
import { nextItem, numberOf, type Phase } from '#client/live/phase.ts';
import type { Quorum } from '#domain/attendance/quorum.ts';
import type { ItemId, SeatId, SittingId, VoteId } from '#domain/journal/ids.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import type { AgendaItem, PlannedVote } from '#domain/meetings/agenda.ts';
import { m } from '#i18n/messages/messages.js';
import { capital } from '#i18n/person.ts';

export type NextAct =
	| { readonly state: 'hold'; readonly label: string }
	| { readonly state: 'act'; readonly meaning: string; readonly label: string; readonly does: Does };
export type Does =
	| { readonly type: 'openSitting'; readonly sitting: SittingId }
	| { readonly type: 'take'; readonly item: ItemId }
	| { readonly type: 'openVote'; readonly vote: VoteId }
	| { readonly type: 'call'; readonly seat: SeatId; readonly after: SeatId | null }
	| { readonly type: 'endItem' }
	| { readonly type: 'announce' };

const hold = (label: string): NextAct => ({ state: 'hold', label });

type Known = {
	readonly live: LiveMeeting;
	readonly quorum: Quorum;
	/** The vote that comes next on the item in hand. */
	readonly vote: PlannedVote | null;
	/** Whether the chair has chosen it: then it comes before whoever waits for the floor. */
	readonly chosen: boolean;
	readonly nameOf: (seat: SeatId) => string;
};

export function nextAct(phase: Phase, known: Known): NextAct {
	const { live, quorum } = known;
	switch (phase.state) {
		case 'waiting':
			return hold(m.live_holdRoll());
		case 'gathering':
			return quorum.met ? opening(phase.sitting.id) : hold(m.live_holdQuorum({ ...quorum }));
		case 'between':
			return taking(live, nextItem(live.meeting)) ?? hold(m.live_holdNothing());
		case 'item':
			return inItem(phase.item, known);
		case 'voting':
			return hold(m.live_holdVoting());
		case 'counted':
			return {
				state: 'act',
				meaning: `announce ${phase.round.id}`,
				label: m.live_announceAsk(),
				does: { type: 'announce' }
			};
		case 'ended':
		case 'over':
			return hold(m.live_holdOver());
	}
}

const opening = (sitting: SittingId): NextAct => ({
	state: 'act',
	meaning: `sitting ${sitting}`,
	label: m.meetings_openSitting(),
	does: { type: 'openSitting', sitting }
});

function taking(live: LiveMeeting, item: AgendaItem | null): NextAct | null {
	if (!item) return null;
	const facts = { number: numberOf(live.meeting, item.id), title: item.title ?? m.meetings_itemClosed() };
	return {
		state: 'act',
		meaning: `item ${item.id}`,
		label: m.live_takeUp(facts),
		does: { type: 'take', item: item.id }
	};
}

function inItem(item: AgendaItem, { live, vote, chosen, nameOf }: Known): NextAct {
	if (vote && chosen) return openingVote(vote);
	const { speaking, waiting } = live.floor;
	const [first] = waiting;
	if (first) return calling(first.seat, { after: speaking?.seat ?? null, nameOf });
	if (speaking) return hold(m.floor_holdSpeaking({ name: capital(nameOf(speaking.seat)) }));
	return vote ? openingVote(vote) : afterItem(live, item);
}

type Calling = { readonly after: SeatId | null; readonly nameOf: (seat: SeatId) => string };
function calling(seat: SeatId, { after, nameOf }: Calling): NextAct {
	const name = nameOf(seat);
	const label =
		after === null ? m.floor_callName({ name }) : m.floor_thanksCall({ before: nameOf(after), name });
	return { state: 'act', meaning: `call ${seat} ${after}`, label, does: { type: 'call', seat, after } };
}

function afterItem(live: LiveMeeting, item: AgendaItem): NextAct {
	const ending: NextAct = {
		state: 'act',
		meaning: `end ${item.id}`,
		label: m.live_endItem(),
		does: { type: 'endItem' }
	};
	return taking(live, nextItem(live.meeting)) ?? ending;
}

const openingVote = ({ id, code, subject }: PlannedVote): NextAct => ({
	state: 'act',
	meaning: `vote ${id}`,
	label: m.live_openVoteOf({ code, subject }),
	does: { type: 'openVote', vote: id }
});
