// Whether somebody has been told, on this device, what not voting means.
import type { PersonId } from '#domain/journal/ids.ts';

const key = (person: PersonId) => `vote-explained ${person}`;

/** A device that keeps nothing explains it again. */
export function isExplained(person: PersonId): boolean {
	try {
		return localStorage.getItem(key(person)) !== null;
	} catch {
		return false;
	}
}
export function keepExplained(person: PersonId) {
	try {
		localStorage.setItem(key(person), 'yes');
	} catch {
		// private windows keep nothing: it is said again next time
	}
}
