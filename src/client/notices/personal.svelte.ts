// What concerns one person on any page: the stream /live/me, and how the line is. Where it is lost the page goes on; what
// waits is fetched anew when it comes back.
import { createContext } from 'svelte';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { instant, type Instant } from '#lib/time.ts';

const silentMs = 15_000;
const lookMs = 1_000;
type Hearing = {
	/** Something new waits for this person. */
	oncame(kind: NoticeKind): void;
	/** The line is back after it was lost. */
	onback(): void;
	/** The sign-in has ended: nothing more will come. */
	onended(): void;
};

export class Personal {
	#heardAt = $state.raw(instant(Date.now()));
	#now = $state.raw(instant(Date.now()));
	#offline = $state.raw(false);

	/** When the line was last heard, once it has been silent for long; null while it holds. */
	get lostSince(): Instant | null {
		return this.#offline || this.#now - this.#heardAt > silentMs ? this.#heardAt : null;
	}

	/** Listens until the answer is called. */
	listen({ oncame, onback, onended }: Hearing): () => void {
		const stream = new EventSource('/live/me');
		const hear = () => this.#hear(onback);
		stream.onopen = hear;
		stream.addEventListener('beat', hear);
		stream.addEventListener('notice', ({ data }) => (hear(), oncame(JSON.parse(data).kind)));
		stream.onerror = () => stream.readyState === EventSource.CLOSED && navigator.onLine && onended();
		const looking = setInterval(() => (this.#now = instant(Date.now())), lookMs);
		const gone = () => (this.#offline = true);
		addEventListener('offline', gone);
		return () => {
			stream.close();
			clearInterval(looking);
			removeEventListener('offline', gone);
		};
	}

	/** What was still under way when the network went is no sign of its return. */
	#hear(onback: () => void) {
		if (!navigator.onLine) return;
		const wasLost = this.lostSince !== null;
		const now = instant(Date.now());
		[this.#heardAt, this.#now, this.#offline] = [now, now, false];
		if (wasLost) onback();
	}
}
export const [getPersonal, setPersonal] = createContext<Personal>();
