// The bridge points in the minutes: who led each room, how many sat there, from when to when its line stood.
import type { DraftSection, Piece } from '#domain/records/draft.ts';
import type { HeldPoint, PointsOfSitting } from '#domain/records/held-points.ts';
import type { Called } from '#domain/meetings/roster.ts';
import { m } from './messages/messages.js';
import { clockOf, dateOf, timeOf, two, vi } from './record-time.ts';

/** One section for each sitting held with bridge points. What it says is counted by the system; more may be written below. */
export function pointSections(sittings: readonly PointsOfSitting[]): readonly DraftSection[] {
	return sittings.map((one) => {
		const opened = { time: timeOf(one.openedAt), date: dateOf(one.openedAt) };
		const heading =
			sittings.length === 1 ? m.records_draftPoints({}, vi) : m.records_draftPointsOf(opened, vi);
		return {
			id: `points-${one.sitting}`,
			heading,
			pieces: one.points.map((point) => pieceOf(point, one))
		};
	});
}

function pieceOf(held: HeldPoint, { sitting, openedAt }: PointsOfSitting): Piece {
	const said = [ledBy(held), ...attended(held), ...connected(held), ...heard(held)].filter(Boolean);
	const [first, last] = [held.connections[0], held.connections.at(-1)];
	return {
		id: `${sitting}-${held.point.id}`,
		text: m.records_draftPoint({ name: held.point.name, said: said.join('; ') }, vi),
		source: { from: 'journal', begins: first?.from ?? openedAt, ends: last?.to ?? null }
	};
}

const personOf = ({ name, post }: Called) => (post ? m.records_draftPersonPost({ name, post }, vi) : name);
const ledBy = ({ heads }: HeldPoint) =>
	heads.length > 0 && m.records_draftPointHead({ names: heads.map(personOf).join(', ') }, vi);

function attended({ headcount, delegates }: HeldPoint): string[] {
	const counted = { count: two(headcount ?? 0), delegates: two(delegates) };
	if (headcount === null) return delegates > 0 ? [m.records_draftPointDelegates(counted, vi)] : [];
	return [delegates > 0 ? m.records_draftPointBoth(counted, vi) : m.records_draftPointCount(counted, vi)];
}

function connected({ connections }: HeldPoint): string[] {
	const [first, ...more] = connections;
	if (!first) return [m.records_draftPointNever({}, vi)];
	const gaps = more.map((next, at) => {
		const to = clockOf(next.from);
		return m.records_draftPointGap({ from: clockOf(connections[at]?.to ?? next.from), to }, vi);
	});
	const end = connections.at(-1)?.to ?? null;
	const from = clockOf(first.from);
	const stood =
		end === null
			? m.records_draftPointFrom({ from }, vi)
			: m.records_draftPointFromTo({ from, to: clockOf(end) }, vi);
	return [stood, ...gaps];
}

const heard = ({ heardAt }: HeldPoint) =>
	heardAt === null ? [] : [m.records_draftPointHeard({ time: clockOf(heardAt) }, vi)];
