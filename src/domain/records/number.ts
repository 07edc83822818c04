// Numbers and symbols of records in State form (Decree 30/2020, Art. 15; demo case 8): `07/BB-HĐND`, `12/2026/NQ-HĐND`.

/** A row of numbers of its own: one organisation, one kind, one year; from 01 on 1 January. */
export type Series = {
	/** The type's code: `NQ`, `BB`. */
	readonly type: string;
	/** The issuing body's: `HĐND`. */
	readonly body: string;
	readonly year: number;
	/** A legal normative document has a series of its own and carries the year. */
	readonly normative: boolean;
};

/** The number as it is printed. Under ten with a leading zero. */
export function printedNumber(taken: number, { type, body, year, normative }: Series): string {
	const digits = String(taken).padStart(2, '0');
	return normative ? `${digits}/${year}/${type}-${body}` : `${digits}/${type}-${body}`;
}

export type NumberFault = 'noLeadingZero' | 'noYear' | 'notStateForm';

/** What is wrong with a typed number; null where it keeps the form. */
export function faultOf(printed: string, normative: boolean): NumberFault | null {
	const parts = printed.match(/^(\d+)(?:\/(\d{4}))?\/(\p{Lu}[\p{L}]*)-(\p{Lu}[\p{L}\d]*)$/u);
	if (!parts) return 'notStateForm';
	if ((parts[1] ?? '').length < 2) return 'noLeadingZero';
	return normative && !parts[2] ? 'noYear' : null;
}

/** What stands in the register: each number once, for ever. */
export type Entry = { readonly number: number; readonly state: 'inUse' | 'givenUp' };

/** The next number of a series: one more than the highest ever taken. One given up is never taken again. */
export function nextNumber(entries: readonly Entry[]): number {
	return entries.reduce((highest, entry) => Math.max(highest, entry.number), 0) + 1;
}
