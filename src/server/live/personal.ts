// /live/me: what concerns one person wherever he is: asked to sign, a late paper, a recall. Desk work never notifies;
// each process looks once a second for news of the people it serves.
import type { PersonId } from '#domain/journal/ids.ts';
import { recentNoticesFor } from '#server/notices/queries.ts';
import { transaction } from '#server/platform/db.ts';
import { frame } from './hub.ts';

type Send = (bytes: Buffer) => void;

const listeners = new Map<PersonId, Set<Send>>();
const told = new Map<string, number>();

export function joinPersonal(person: PersonId, listener: Send) {
	const mine = listeners.get(person) ?? new Set<Send>();
	listeners.set(person, mine.add(listener));
	return () => {
		mine.delete(listener);
		if (mine.size === 0) listeners.delete(person);
	};
}

export async function tellNotices() {
	const people = [...listeners.keys()];
	if (people.length === 0) return;
	const rows = await transaction(null, (tx) => recentNoticesFor(tx, people));
	const now = Date.now();
	for (const { id, person, kind, about } of rows) {
		if (!told.has(id))
			for (const listener of listeners.get(person) ?? []) listener(frame('notice', { id, kind, about }));
		told.set(id, now);
	}
	for (const [id, at] of told) if (now - at > 20_000) told.delete(id);
}
