const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrows move the focus within a group of radio buttons. They never press: a ballot is cast by a press alone. */
export function moveByArrow(event: KeyboardEvent & { currentTarget: HTMLElement }) {
	const step = steps[event.key];
	if (!step) return;
	const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
	const at = radios.findIndex((radio) => radio === document.activeElement);
	radios[(at + step + radios.length) % radios.length]?.focus();
	event.preventDefault();
}

const digits = ['1', '2', '3'] as const;
/** Which of the three a key picks; null for every other key, with a modifier, and where somebody is writing. */
export function pickedBy(event: KeyboardEvent): number | null {
	const writing =
		event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
	if (writing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
	const at = digits.findIndex((digit) => digit === event.key);
	return at < 0 ? null : at;
}
