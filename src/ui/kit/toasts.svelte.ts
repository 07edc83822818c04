import { createContext } from 'svelte';

export type Toast = {
	readonly id: number;
	readonly text: string;
	readonly undo: (() => void) | null;
	readonly left: number;
};
const seconds = 8;

/** What was just done, for eight seconds, with the way to undo it where there is one. */
export class Toasts {
	#list = $state.raw<readonly Toast[]>([]);
	#next = 0;

	get list() {
		return this.#list;
	}
	say(text: string, undo: (() => void) | null = null) {
		const id = (this.#next += 1);
		this.#list = [...this.#list, { id, text, undo, left: seconds }];
	}
	undo(toast: Toast) {
		this.drop(toast.id);
		toast.undo?.();
	}
	drop(id: number) {
		this.#list = this.#list.filter((toast) => toast.id !== id);
	}
	/** A second passed. */
	tick() {
		this.#list = this.#list.flatMap((toast) => (toast.left > 1 ? [{ ...toast, left: toast.left - 1 }] : []));
	}
}

export const [getToasts, setToasts] = createContext<Toasts>();
