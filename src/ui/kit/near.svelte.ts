import { SvelteSet } from 'svelte/reactivity';
import type { Attachment } from 'svelte/attachments';

/** Which of many numbered elements are in the window of a scroller, or near it: one observer for all. */
export class Near {
	readonly #near = new SvelteSet<number>();
	/** Elements that were there before the scroller. */
	readonly #early: HTMLElement[] = [];
	readonly #margin: string;
	#observer: IntersectionObserver | null = null;

	/** `margin` as CSS says one: how far around the window is near. */
	constructor(margin: string) {
		this.#margin = margin;
	}
	has(number: number): boolean {
		return this.#near.has(number);
	}
	/** For the element that scrolls. */
	readonly within: Attachment<HTMLElement> = (root) => {
		const observer = new IntersectionObserver((seen) => this.#see(seen), { root, rootMargin: this.#margin });
		this.#observer = observer;
		for (const element of this.#early.splice(0)) observer.observe(element);
		return () => {
			observer.disconnect();
			this.#observer = null;
		};
	};
	/** For an element in it. */
	as(number: number): Attachment<HTMLElement> {
		return (element) => {
			element.dataset.number = String(number);
			if (this.#observer) this.#observer.observe(element);
			else this.#early.push(element);
			return () => {
				this.#observer?.unobserve(element);
				this.#near.delete(number);
			};
		};
	}
	#see(seen: readonly IntersectionObserverEntry[]) {
		for (const { target, isIntersecting } of seen) {
			const number = target instanceof HTMLElement ? Number(target.dataset.number) : 0;
			if (isIntersecting) this.#near.add(number);
			else this.#near.delete(number);
		}
	}
}
