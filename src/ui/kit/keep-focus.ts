// Whoever works by keys never loses his place. A button that has done its work often goes away: then the focus goes to the
// heading of what is left around it, and the next Tab goes on from there. A form that was sent has it back: SvelteKit
// takes it to the top of the page, as for another page.

const headings = 'h1, h2, h3';

/** Keeps the focus of the page from falling to nowhere; the answer ends it. */
export function keepFocus(): () => void {
	let path: readonly HTMLElement[] = [];
	let page = '';
	const giveBack = () => {
		const [last] = path;
		if (!last || page !== location.pathname) return;
		if (last.isConnected) last.focus({ preventScroll: true });
		if (document.activeElement === document.body) moveAmong(path.filter(({ isConnected }) => isConnected));
	};
	const remember = ({ target }: FocusEvent) => {
		if (target === document.body) return giveBack();
		[path, page] = [pathOf(target), location.pathname];
	};
	const observer = new MutationObserver(() => {
		const lost = path[0]?.isConnected === false && document.activeElement === document.body;
		if (lost) giveBack();
	});
	document.addEventListener('focusin', remember);
	observer.observe(document.body, { childList: true, subtree: true });
	return () => {
		document.removeEventListener('focusin', remember);
		observer.disconnect();
	};
}

/** What has the focus and all around it, up to the body, which keeps none. */
function pathOf(target: EventTarget | null): HTMLElement[] {
	const path: HTMLElement[] = [];
	for (let at = target; at instanceof HTMLElement && at !== document.body; at = at.parentElement)
		path.push(at);
	return path;
}

/** To the nearest heading that is seen, or to what is around it. */
function moveAmong(left: readonly HTMLElement[]) {
	for (const place of [...left, document.querySelector('main')]) {
		if (!place || place.closest('[inert]')) continue;
		const heading = [...place.querySelectorAll<HTMLElement>(headings)].find(isSeen);
		const target = heading ?? (isSeen(place) ? place : null);
		if (target) return moveTo(target);
	}
}

/** Not hidden, nor there for screen readers alone. */
const isSeen = (element: HTMLElement) => element.getBoundingClientRect().height > 2;

function moveTo(element: HTMLElement) {
	if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
	element.focus({ preventScroll: true });
}
