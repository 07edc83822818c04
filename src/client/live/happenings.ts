// What the running notes show: what the secretary wrote, and what recorded itself, in the order of time.
import type { SeatId } from '#domain/journal/ids.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import type { Note } from '#domain/proceedings/notes.ts';
import type { VoteRound } from '#domain/voting/vote-round.ts';
import type { Instant } from '#lib/time.ts';

export type Happening =
	| { readonly type: 'note'; readonly at: Instant; readonly key: string; readonly note: Note }
	| { readonly type: 'opened'; readonly at: Instant; readonly key: string; readonly round: VoteRound }
	| { readonly type: 'late' | 'left'; readonly at: Instant; readonly key: string; readonly seat: SeatId };

export function happeningsOf({ notes, rounds, roll }: LiveMeeting): readonly Happening[] {
	const seats = Object.entries(roll.seats ?? {}).flatMap(([id, { since, late, leftAt }]): Happening[] => {
		const seat = id as SeatId;
		const came: Happening[] = late ? [{ type: 'late', at: since, key: `late ${id}`, seat }] : [];
		return leftAt === null ? came : [...came, { type: 'left', at: leftAt, key: `left ${id}`, seat }];
	});
	const all: Happening[] = [
		...notes.map((note): Happening => ({ type: 'note', at: note.at, key: note.id, note })),
		...rounds.map((round): Happening => ({ type: 'opened', at: round.openedAt, key: round.id, round })),
		...seats
	];
	return all.sort((a, b) => a.at - b.at);
}
