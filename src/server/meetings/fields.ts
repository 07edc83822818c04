// What the forms of a draft send, made into what its commands take: rows of fields of the same name become lists.
import type { Typed } from '#server/platform/form.ts';

const listOf = (values: Typed, name: string): readonly string[] => {
	const given = values[name];
	return given === undefined ? [] : typeof given === 'string' ? [given] : given;
};
/** Always filled in by the page: a row with nothing else is empty. */
const chosen = /(Id|Sitting|Threshold|Adopts)$/;
/** The rows that stand under these names, without the empty ones. */
function rowsOf<Name extends string>(values: Typed, names: readonly Name[]): readonly Record<Name, string>[] {
	const columns = names.map((name) => listOf(values, name));
	const most = Math.max(0, ...columns.map(({ length }) => length));
	const rows = Array.from({ length: most }, (_, at) =>
		names.map((name, column) => [name, columns[column]?.[at] ?? ''] as const)
	);
	return rows
		.filter((row) => row.some(([name, text]) => !chosen.test(name) && text.trim() !== ''))
		.map((row) => Object.fromEntries(row) as Record<Name, string>);
}
const idOrNew = (id: string) => (id === '' ? {} : { id });

/** An agenda item's form: its times and planned votes are rows. */
export function itemOf(values: Typed): object {
	const slots = rowsOf(values, ['slotSitting', 'slotStart', 'slotMinutes']).map((row) => ({
		sitting: row.slotSitting,
		start: row.slotStart,
		minutes: Number(row.slotMinutes)
	}));
	const voteNames = [
		'voteId',
		'voteCode',
		'voteSubject',
		'voteThreshold',
		'voteAdopts',
		'voteTitle'
	] as const;
	const votes = rowsOf(values, voteNames).map((row) => ({
		...idOrNew(row.voteId),
		code: row.voteCode,
		subject: row.voteSubject,
		threshold: row.voteThreshold,
		resolution:
			row.voteAdopts === 'nothing'
				? null
				: { title: row.voteTitle, isNormative: row.voteAdopts === 'normative' }
	}));
	const { version, title, presenter, closed } = values;
	return { version, title, presenter, closed, slots, votes };
}

/** The form of a new meeting, or of its sittings: each sitting is a row. */
export function sittingsOf(values: Typed): object {
	const sittings = rowsOf(values, [
		'sittingId',
		'sittingDate',
		'sittingStart',
		'sittingEnd',
		'sittingPlace'
	]).map((row) => ({
		...idOrNew(row.sittingId),
		date: row.sittingDate,
		start: row.sittingStart,
		end: row.sittingEnd,
		place: row.sittingPlace
	}));
	return { ...values, ...(values.ordinal === '' && { ordinal: undefined }), sittings };
}
