// A form that saves itself a moment after the last sign, and that is not left before what was typed is kept.
import { beforeNavigate, goto } from '$app/navigation';
import type { Sending } from './staying.ts';

const quietMs = 1500;
const againMs = 5000;
type Form = {
	/** Whether it holds what is not kept yet. */
	readonly isChanged: () => boolean;
	readonly submit: () => void;
	readonly tell: (sending: Sending) => void;
};

/** To be made with its component. */
export class SelfSaving {
	readonly #form: Form;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Where somebody goes once what he typed is kept; he stays where it could not be. */
	#leavingFor: URL | null = null;

	constructor(form: Form) {
		this.#form = form;
		beforeNavigate(({ willUnload, to, cancel }) => {
			if (!form.isChanged()) return;
			cancel();
			if (willUnload || !to) return;
			this.#leavingFor = to.url;
			this.#save();
		});
	}

	/** A sign was typed. */
	typed() {
		this.#again(quietMs);
		this.#form.tell('typed');
	}
	/** How its sending goes. */
	told(sending: Sending) {
		clearTimeout(this.#timer);
		if (sending === 'lost') this.#again(againMs);
		this.#form.tell(sending);
		if (sending === 'busy') return;
		const wanted = this.#leavingFor;
		this.#leavingFor = null;
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- where the router was going
		if (sending === 'done' && wanted) void goto(wanted);
	}

	#again(ms: number) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#save(), ms);
	}
	#save() {
		clearTimeout(this.#timer);
		if (this.#form.isChanged()) this.#form.submit();
		else this.#form.tell('idle');
	}
}
