import type { Act } from '#client/live/conduct.svelte.ts';
import type { Room } from '#client/live/room.svelte.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';

/** Going from item to item: the one in hand is ended before the next is taken up. */
export class TakingUp {
	readonly act: Act;
	readonly #room: Room;

	constructor(act: Act, room: Room) {
		[this.act, this.#room] = [act, room];
	}
	end() {
		return this.act.do('meetings.endItem');
	}
	async take(item: AgendaItem): Promise<boolean> {
		if (this.#room.item && !(await this.end())) return false;
		return this.act.do('meetings.startItem', { item: item.id });
	}
}
