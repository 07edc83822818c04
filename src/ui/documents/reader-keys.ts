// Keys of the reader. A letter typed into a field is a letter; a sheet that lies over the page has its own.
export type ReaderKey =
	'previous' | 'next' | 'first' | 'last' | 'larger' | 'smaller' | 'fitWidth' | 'find' | 'close';

const plain: Readonly<Record<string, ReaderKey>> = {
	ArrowLeft: 'previous',
	ArrowRight: 'next',
	Home: 'first',
	End: 'last',
	'+': 'larger',
	'=': 'larger',
	'-': 'smaller',
	'0': 'fitWidth',
	'/': 'find'
};

/** What a key means; null where it is somebody else's. */
export function readerKey(event: KeyboardEvent): ReaderKey | null {
	if (event.defaultPrevented) return null;
	const held = event.ctrlKey || event.metaKey;
	if (held && !event.altKey && event.key.toLowerCase() === 'f') return 'find';
	if (held || event.altKey) return null;
	if (event.key === 'Escape') return 'close';
	return isField(event.target) ? null : (plain[event.key] ?? null);
}

const isField = (target: EventTarget | null) =>
	target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
