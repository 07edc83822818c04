// What is found in a paper, page after page as its words come; the first place from the page on that is open is taken at
// once, the others by going on.
import { excerptOf, findIn, wantedOf, type Place, type Wanted } from '#domain/documents/finding.ts';
import type { PageTexts } from './page-texts.ts';

export type Hit = {
	readonly page: number;
	readonly place: Place;
	readonly excerpt: ReturnType<typeof excerptOf>;
};
type Where = { readonly texts: PageTexts; readonly pages: number; readonly from: number };

const mostHits = 500;
/** New finds are shown after so many pages, or the list would be drawn anew for each. */
const showEvery = 16;

export class Search {
	#typed = $state('');
	#hits = $state.raw<readonly Hit[]>([]);
	#looked = $state(0);
	#at = $state(-1);
	#under = $state(false);
	/** Told of each place that is gone to. */
	readonly #onhit: (hit: Hit) => void;
	#turn = 0;

	constructor(onhit: (hit: Hit) => void) {
		this.#onhit = onhit;
	}
	get typed() {
		return this.#typed;
	}
	get hits() {
		return this.#hits;
	}
	get hit(): Hit | undefined {
		return this.#hits[this.#at];
	}
	get at() {
		return this.#at;
	}
	/** How many pages have been looked through. */
	get looked() {
		return this.#looked;
	}
	get isUnderWay() {
		return this.#under;
	}
	get isFull() {
		return this.#hits.length >= mostHits;
	}

	async look(typed: string, where: Where) {
		const turn = (this.#turn += 1);
		[this.#typed, this.#hits, this.#looked, this.#at, this.#under] = [typed, [], 0, -1, false];
		const wanted = wantedOf(typed);
		if (!wanted) return;
		this.#under = true;
		const found: Hit[] = [];
		for (let page = 1; page <= where.pages && found.length < mostHits; page++) {
			const hits = await hitsOn(page, wanted, where.texts);
			if (turn !== this.#turn) return;
			found.push(...hits);
			if (page % showEvery === 0) this.#show(found, page, where.from);
		}
		this.#under = false;
		this.#show(found.slice(0, mostHits), where.pages, where.from);
		if (this.#at < 0) this.goTo(0);
	}
	go(by: 1 | -1) {
		const count = this.#hits.length;
		if (count > 0) this.goTo((this.#at + by + count) % count);
	}
	goTo(at: number) {
		const hit = this.#hits[at];
		if (!hit) return;
		this.#at = at;
		this.#onhit(hit);
	}
	clear() {
		this.#turn += 1;
		[this.#typed, this.#hits, this.#at, this.#under] = ['', [], -1, false];
	}

	#show(found: readonly Hit[], looked: number, from: number) {
		[this.#hits, this.#looked] = [[...found], looked];
		if (this.#at < 0) this.goTo(found.findIndex(({ page }) => page >= from));
	}
}

async function hitsOn(page: number, wanted: Wanted, texts: PageTexts): Promise<Hit[]> {
	const words = await texts.of(page);
	return findIn(words, wanted).map((place) => ({ page, place, excerpt: excerptOf(words.text, place) }));
}
