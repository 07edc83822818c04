// What somebody has read and put away on this device, for one sitting. Where nothing can be kept it is said again.
import type { SittingId } from '#domain/journal/ids.ts';

type Word = 'companion';
const key = (word: Word, sitting: SittingId) => `nghisu.dismissed.${word}.${sitting}`;

export function isDismissed(word: Word, sitting: SittingId): boolean {
	try {
		return localStorage.getItem(key(word, sitting)) !== null;
	} catch {
		return false;
	}
}
export function dismiss(word: Word, sitting: SittingId) {
	try {
		localStorage.setItem(key(word, sitting), 'yes');
	} catch {
		// a device that keeps nothing shows it anew after the next load
	}
}
