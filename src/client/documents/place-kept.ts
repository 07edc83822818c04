// Where somebody was in a paper, kept on this device: per person, paper and version.
import type { PaperId, PersonId } from '#domain/journal/ids.ts';

/** A page, the part of it that is above the window, and how large it is shown. */
export type KeptPlace = { readonly page: number; readonly part: number; readonly size: KeptSize };
export type KeptSize = 'width' | 'page' | number;
export type ReadAt = {
	readonly person: PersonId | null;
	readonly paper: PaperId;
	readonly version: number;
};

const mostPapers = 200;
const key = ({ person }: ReadAt) => `read ${person ?? 'nobody'}`;
const entry = ({ paper, version }: ReadAt) => `${paper} ${version}`;
type Kept = readonly (readonly [string, KeptPlace])[];

/** Where he was; null where this device does not know. */
export function placeKept(at: ReadAt): KeptPlace | null {
	const found = keptOn(at).find(([name]) => name === entry(at))?.[1];
	return found && isPlace(found) ? found : null;
}

/** The newest papers stay, the oldest are forgotten. */
export function keepPlace(at: ReadAt, place: KeptPlace) {
	const others = keptOn(at).filter(([name]) => name !== entry(at));
	const kept: Kept = [[entry(at), place], ...others.slice(0, mostPapers - 1)];
	try {
		localStorage.setItem(key(at), JSON.stringify(kept));
	} catch {
		// a private window keeps nothing: the paper opens at its first page
	}
}

function keptOn(at: ReadAt): Kept {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key(at)) ?? '[]');
		return Array.isArray(kept) ? kept.filter((one): one is Kept[number] => Array.isArray(one)) : [];
	} catch {
		return [];
	}
}

const isPlace = ({ page, part, size }: KeptPlace) =>
	Number.isInteger(page) &&
	page > 0 &&
	Number.isFinite(part) &&
	(size === 'width' || size === 'page' || Number.isFinite(size));
