import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { ItemId, PaperId, SittingId, VoteId } from '../journal/ids.ts';
import type { Threshold } from './profile.ts';

/** When an item is taken: in one sitting or in several. `start` is the clock time planned, `08:20`. */
export type Slot = { readonly sitting: SittingId; readonly start: string; readonly minutes: number };
export type PlannedVote = {
	readonly id: VoteId;
	/** What people call it: V05. */
	readonly code: string;
	readonly subject: string;
	readonly threshold: Threshold;
	/** The resolution that a carried vote adopts; null where it adopts none, as the agenda's own vote. */
	readonly resolution: { readonly title: string; readonly isNormative: boolean } | null;
};
/** A version of a paper as it was published: its bytes are named by their hash. */
export type PaperRef = {
	readonly paper: PaperId;
	readonly version: number;
	readonly symbol: string;
	readonly title: string;
	readonly hash: Hash;
	readonly pages: number;
};
/** `title` is null where the reader may not know it: a closed item, seen from outside. */
export type AgendaItem = {
	readonly id: ItemId;
	readonly title: string | null;
	readonly closed: boolean;
	readonly presenter: string;
	readonly slots: readonly Slot[];
	readonly votes: readonly PlannedVote[];
	readonly papers: readonly PaperRef[];
};
export type AgendaEvent =
	| { readonly type: 'agenda.itemStarted'; readonly item: ItemId; readonly closed: boolean }
	| { readonly type: 'agenda.itemEnded'; readonly item: ItemId };
export type Agenda = readonly AgendaItem[];
/** An item that was removed, and the place where it stood. */
export type RemovedItem = { readonly item: AgendaItem; readonly at: number };
export type AgendaRefusal =
	| { readonly code: 'titleTaken'; readonly at: number }
	| { readonly code: 'itemUnknown' }
	| { readonly code: 'voteCodeTaken'; readonly vote: string }
	| { readonly code: 'paperTwice' };

/** The agenda with one more item at its end. Refused where another item has the same title. */
export function addItem(agenda: Agenda, item: AgendaItem): Result<Agenda, AgendaRefusal> {
	const at = agenda.findIndex(({ title }) => title === item.title) + 1;
	if (at > 0) return refuse({ code: 'titleTaken', at });
	return withCodesOnce([...agenda, item]);
}

/** The agenda with an item as it was edited. Refused where it is unknown, or its title is another's. */
export function changeItem(agenda: Agenda, item: AgendaItem): Result<Agenda, AgendaRefusal> {
	if (!agenda.some(({ id }) => id === item.id)) return refuse({ code: 'itemUnknown' });
	const at = agenda.findIndex(({ id, title }) => id !== item.id && title === item.title) + 1;
	if (at > 0) return refuse({ code: 'titleTaken', at });
	return withCodesOnce(agenda.map((old) => (old.id === item.id ? item : old)));
}

export function removeItem(agenda: Agenda, item: ItemId): Result<Agenda, AgendaRefusal> {
	if (!agenda.some(({ id }) => id === item)) return refuse({ code: 'itemUnknown' });
	return ok(agenda.filter(({ id }) => id !== item));
}

/** Moves an item to a place, counted from 0; a place past the end is the end. */
export function moveItem(agenda: Agenda, item: ItemId, to: number): Result<Agenda, AgendaRefusal> {
	const found = agenda.find(({ id }) => id === item);
	if (!found) return refuse({ code: 'itemUnknown' });
	const others = agenda.filter(({ id }) => id !== item);
	return ok([...others.slice(0, to), found, ...others.slice(to)]);
}

/** A code names one vote of the meeting: V05 in the minutes must not mean two things. */
function withCodesOnce(agenda: Agenda): Result<Agenda, AgendaRefusal> {
	const codes = agenda.flatMap(({ votes }) => votes.map(({ code }) => code));
	const twice = codes.find((code, at) => codes.indexOf(code) !== at);
	return twice === undefined ? ok(agenda) : refuse({ code: 'voteCodeTaken', vote: twice });
}

/** Puts a paper on an item; a newer version takes the place of the one that is there. */
export function addPaper(agenda: Agenda, item: ItemId, paper: PaperRef): Result<Agenda, AgendaRefusal> {
	const found = agenda.find(({ id }) => id === item);
	if (!found) return refuse({ code: 'itemUnknown' });
	if (found.papers.some(({ hash }) => hash === paper.hash)) return refuse({ code: 'paperTwice' });
	const there = found.papers.some((old) => old.paper === paper.paper);
	const papers = there
		? found.papers.map((old) => (old.paper === paper.paper ? paper : old))
		: [...found.papers, paper];
	return ok(agenda.map((one) => (one.id === item ? { ...one, papers } : one)));
}

export function removePaper(agenda: Agenda, item: ItemId, paper: PaperId): Result<Agenda, AgendaRefusal> {
	if (!agenda.some(({ id }) => id === item)) return refuse({ code: 'itemUnknown' });
	return ok(
		agenda.map((one) =>
			one.id === item ? { ...one, papers: one.papers.filter((old) => old.paper !== paper) } : one
		)
	);
}

/** Puts a paper that was removed back where it lay. Refused where it, or another of the same bytes, lies there already. */
export function putPaperBack(
	agenda: Agenda,
	item: ItemId,
	{ ref, at }: { ref: PaperRef; at: number }
): Result<Agenda, AgendaRefusal> {
	const found = agenda.find(({ id }) => id === item);
	if (!found) return refuse({ code: 'itemUnknown' });
	if (agenda.some(({ papers }) => papers.some(({ paper }) => paper === ref.paper)))
		return refuse({ code: 'paperTwice' });
	if (found.papers.some(({ hash }) => hash === ref.hash)) return refuse({ code: 'paperTwice' });
	const papers = [...found.papers.slice(0, at), ref, ...found.papers.slice(at)];
	return ok(agenda.map((one) => (one.id === item ? { ...one, papers } : one)));
}

/** Puts an item that was removed back to its place, with its votes and papers. */
export function putItemBack(agenda: Agenda, { item, at }: RemovedItem): Result<Agenda, AgendaRefusal> {
	if (agenda.some(({ id }) => id === item.id)) return ok(agenda);
	const added = addItem(agenda, item);
	return added.ok ? moveItem(added.value, item.id, at) : added;
}

/** Minutes planned in a sitting: to be held against its length. */
export const minutesIn = (agenda: Agenda, sitting: SittingId): number =>
	agenda
		.flatMap(({ slots }) => slots)
		.filter((slot) => slot.sitting === sitting)
		.reduce((sum, { minutes }) => sum + minutes, 0);
export const minutesOf = ({ slots }: AgendaItem): number =>
	slots.reduce((sum, { minutes }) => sum + minutes, 0);
/** The planned vote of that id, with the item it stands on. */
export function voteOf(agenda: Agenda, vote: VoteId) {
	for (const item of agenda)
		for (const planned of item.votes) if (planned.id === vote) return { item, planned };
	return null;
}
