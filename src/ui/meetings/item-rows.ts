// The rows of an item's form as text: from what is stored, or from what was typed and refused.
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { PlannedSitting } from '#domain/meetings/meeting.ts';
import type { Agenda } from '#domain/meetings/agenda.ts';
import { nextStart } from '#domain/meetings/timing.ts';

export type Typed = { readonly [name: string]: string | readonly string[] };
export type SlotRow = { key: number; sitting: string; start: string; minutes: string };
export type VoteRow = {
	key: number;
	id: string;
	code: string;
	subject: string;
	threshold: string;
	adopts: string;
	title: string;
};
export type ItemRows = {
	title: string;
	presenter: string;
	closed: boolean;
	slots: SlotRow[];
	votes: VoteRow[];
};

const usualMinutes = '30';
export const emptyVote = (key: number): VoteRow => ({
	key,
	id: '',
	code: '',
	subject: '',
	threshold: 'majorityOfAll',
	adopts: 'nothing',
	title: ''
});

/** A new item: after what is planned in the first sitting that has room. */
export function newItem(agenda: Agenda, sittings: readonly PlannedSitting[]): ItemRows {
	const [first] = sittings;
	const slot = first && { key: 0, sitting: first.id, start: nextStart(agenda, first), minutes: usualMinutes };
	return { title: '', presenter: '', closed: false, slots: slot ? [slot] : [], votes: [] };
}

export function storedItem({ title, presenter, closed, slots, votes }: AgendaItem): ItemRows {
	return {
		title: title ?? '',
		presenter,
		closed,
		slots: slots.map(({ minutes, ...slot }, key) => ({ key, ...slot, minutes: String(minutes) })),
		votes: votes.map(({ id, code, subject, threshold, resolution }, key) => ({
			key,
			id,
			code,
			subject,
			threshold,
			adopts: resolution === null ? 'nothing' : resolution.isNormative ? 'normative' : 'resolution',
			title: resolution?.title ?? ''
		}))
	};
}

const listOf = (values: Typed, name: string): readonly string[] => {
	const given = values[name];
	return given === undefined ? [] : typeof given === 'string' ? [given] : given;
};
const textOf = (values: Typed, name: string) => listOf(values, name)[0] ?? '';

/** What was typed and came back with a refusal. */
export function typedItem(values: Typed): ItemRows {
	const column = (name: string) => (at: number) => listOf(values, name)[at] ?? '';
	const [start, minutes] = [column('slotStart'), column('slotMinutes')];
	const [id, code, subject] = [column('voteId'), column('voteCode'), column('voteSubject')];
	const [threshold, adopts, title] = [column('voteThreshold'), column('voteAdopts'), column('voteTitle')];
	return {
		title: textOf(values, 'title'),
		presenter: textOf(values, 'presenter'),
		closed: textOf(values, 'closed') === 'on',
		slots: listOf(values, 'slotSitting').map((sitting, at) => ({
			key: at,
			sitting,
			start: start(at),
			minutes: minutes(at)
		})),
		votes: listOf(values, 'voteCode').map((_, at) => ({
			key: at,
			id: id(at),
			code: code(at),
			subject: subject(at),
			threshold: threshold(at),
			adopts: adopts(at),
			title: title(at)
		}))
	};
}
