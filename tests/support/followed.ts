// A meeting with a conclusion in it: Trâm, a director who takes no part in the meeting, is to carry it out; Thảo is the clerk
// of her unit.
import type { NoteId, PersonId, TaskId, UnitId } from '#domain/journal/ids.ts';
import { people, roleGrants, units } from '#server/accounts/tables.ts';
import { takeConclusion } from '#server/followup/taking.ts';
import { tasks } from '#server/followup/tables.ts';
import { db } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { eq } from 'drizzle-orm';
import { done, hall } from './hall.ts';

const from = '2026-05-01';

export async function followed() {
	const h = await hall(2);
	await h.open();
	const science = newId<UnitId>();
	const unit = { id: science, code: `KH-${science}`, name: 'Sở Khoa học và Công nghệ', from };
	await db
		.insert(units)
		.values({ ...unit, kind: 'department', level: 'province', organisation: true, body: false });
	const person = async (name: string) => {
		const id = newId<PersonId>();
		await db.insert(people).values({ id, name, gender: 'female', address: 'ba' });
		return id;
	};
	const [tram, thao] = [await person('Kim Ngọc Trâm'), await person('Ninh Thị Thảo')];
	await db.insert(roleGrants).values({ id: newId(), person: thao, unit: science, role: 'unitClerk', from });
	const words = {
		text: 'Hoàn thành nâng cấp đường truyền 31 xã.',
		leadUnit: 'Sở Khoa học và Công nghệ',
		person: 'Kim Ngọc Trâm',
		due: '2027-06-30'
	};
	const spoken = { ...words, unitId: science, personId: tram };

	const conclude = async (given: object = spoken) => {
		const note = newId<NoteId>();
		const { seq } = done(await h.act(h.ha, 'proceedings.noteConclusion', { note, ...given }));
		return { note, seq };
	};
	const take = (seq: number) => takeConclusion({ meeting: h.meeting, seq });
	const taskFor = async (note: NoteId) => {
		const [row] = await db.select().from(tasks).where(eq(tasks.note, note));
		if (!row) throw new Error('the conclusion became a task');
		return row;
	};
	/** A conclusion that has become a task. */
	const task = async (given: object = spoken): Promise<TaskId> => {
		const { note, seq } = await conclude(given);
		await take(seq);
		return (await taskFor(note)).id;
	};
	return { ...h, science, tram, thao, words, spoken, conclude, take, task, taskFor };
}
