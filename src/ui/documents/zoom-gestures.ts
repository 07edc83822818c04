type Zooming = {
	/** How large it is now. */
	readonly now: () => number;
	/** Makes it that large; what is so far below the upper edge of the element stays there. */
	readonly zoom: (size: number, belowPx: number) => void;
};

const perWheelPx = 1.0025;

/** Zooms by two fingers and by Ctrl with the wheel, which would else zoom the whole page. Returns what ends it. */
export function zoomGestures(element: HTMLElement, { now, zoom }: Zooming): () => void {
	let began: { readonly apart: number; readonly size: number } | null = null;
	const below = (y: number) => y - element.getBoundingClientRect().top;

	function wheel(event: WheelEvent) {
		if (!event.ctrlKey) return;
		event.preventDefault();
		zoom(now() * perWheelPx ** -event.deltaY, below(event.clientY));
	}
	function touch(event: TouchEvent) {
		const two = fingers(event);
		if (!two) return void (began = null);
		event.preventDefault();
		began ??= { apart: two.apart, size: now() };
		zoom((began.size * two.apart) / began.apart, below(two.middle));
	}
	const ended = () => (began = null);
	element.addEventListener('wheel', wheel, { passive: false });
	element.addEventListener('touchmove', touch, { passive: false });
	element.addEventListener('touchend', ended);
	return () => {
		element.removeEventListener('wheel', wheel);
		element.removeEventListener('touchmove', touch);
		element.removeEventListener('touchend', ended);
	};
}

function fingers({ touches }: TouchEvent) {
	const [one, other] = touches;
	if (!one || !other || touches.length > 2) return null;
	const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
	return { apart: Math.max(1, apart), middle: (one.clientY + other.clientY) / 2 };
}
