import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mostReportBytes } from '#domain/followup/file.ts';
import type { PersonId, TaskId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { acceptTask, assignTask, confirmTask, reportTask, returnTask } from '#server/followup/commands.ts';
import { keepReportFile, mayAddReportFile, receiveReportFile, reportFile } from '#server/followup/files.ts';
import { ownTasks, taskPage, tasksPage } from '#server/followup/queries.ts';
import { waitingFor } from '#server/notices/queries.ts';
import { client, db, transaction } from '#server/platform/db.ts';
import { workJobs } from '#server/platform/jobs.ts';
import { newId } from '#server/platform/new-id.ts';
import { assigneesPage } from '#server/proceedings/assignees.ts';
import { workers } from '#server/workers.ts';
import { until } from '../../support/doors.ts';
import { followed } from '../../support/followed.ts';
import { done, who } from '../../support/hall.ts';
import { smallPdf } from '../../support/small-pdf.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-tasks-'));
let f: Awaited<ReturnType<typeof followed>>;
beforeAll(() => void (process.env.NGHISU_DATA = folder));
beforeEach(async () => void (f = await followed()));
afterAll(async () => {
	await client.end();
	fs.rmSync(folder, { recursive: true });
});

const hears = async (person: PersonId) =>
	(await transaction(null, (tx) => waitingFor(tx, person))).map(({ kind }) => kind);
const seen = async (task: TaskId, by = f.ha) => done(await taskPage.run(who(by), { task }));
const at = async (task: TaskId) => ({ task, version: (await seen(task)).version });
const sent = (task: TaskId, bytes: Uint8Array, by = f.tram, promised = bytes.length) =>
	receiveReportFile(who(by), task, { bytes: Readable.from([bytes]), promised });
async function reported(task: TaskId) {
	if ((await seen(task)).state === 'given') done(await acceptTask.run(who(f.tram), await at(task)));
	const { hash } = done(await sent(task, smallPdf(['Bien ban nghiem thu'])));
	const report = { ...(await at(task)), words: 'Đã nghiệm thu 31 xã.', file: hash, fileName: 'bien-ban.pdf' };
	done(await reportTask.run(who(f.tram), report));
	return hash;
}

describe('a conclusion', () => {
	test('becomes a task by a job, once although two processes work', async () => {
		const { note } = await f.conclude();
		const ends = [await workJobs(workers), await workJobs(workers)];
		let found = 0;
		const rows = () =>
			db.execute<{ count: number }>(sql`select count(*)::int as count from tasks where note = ${note}`);
		const looking = setInterval(() => void rows().then(([row]) => (found = row?.count ?? 0)), 100);
		await until(() => found > 0, 10_000);
		clearInterval(looking);
		for (const end of ends) await end();

		expect(await f.taskFor(note)).toMatchObject({
			...f.words,
			unit: f.science,
			personId: f.tram,
			item: 1,
			state: 'given'
		});
		expect(await hears(f.tram)).toEqual(['taskGiven']);
	});

	test('taken up again changes nothing and tells nobody twice', async () => {
		const { note, seq } = await f.conclude();
		await f.take(seq);
		await f.take(seq);

		expect((await f.taskFor(note)).version).toBe(1);
		expect(await hears(f.tram)).toEqual(['taskGiven']);
	});

	test('that is refused leaves no job behind', async () => {
		const note = newId();
		const strange = { note, ...f.spoken, personId: newId() };

		expect(await f.act(f.ha, 'proceedings.noteConclusion', strange)).toEqual(
			refuse({ code: 'assigneeUnknown' })
		);
		const [jobs] = await db.execute(
			sql`select count(*)::int as count from jobs.job where data->>'meeting' = ${f.meeting} and name = 'followup.take'`
		);
		expect(jobs).toEqual({ count: 0 });
	});

	test('corrected before it was accepted changes its task; whichever entry is taken up first', async () => {
		const { note, seq } = await f.conclude();
		const assignment = { ...f.spoken, due: '2027-03-31' };
		const corrected = done(
			await f.act(f.ha, 'proceedings.correct', { note, text: 'Hoàn thành 30 xã.', assignment })
		);
		await f.take(corrected.seq);
		await f.take(seq);

		expect(await f.taskFor(note)).toMatchObject({ text: 'Hoàn thành 30 xã.', due: '2027-03-31', item: 1 });
	});

	test('corrected after it was accepted is said beside the task, and its person hears of it', async () => {
		const { note, seq } = await f.conclude();
		await f.take(seq);
		const { id } = await f.taskFor(note);
		done(await acceptTask.run(who(f.tram), { task: id, version: 1 }));
		const corrected = done(
			await f.act(f.ha, 'proceedings.correct', { note, text: 'Hoàn thành 30 xã.', assignment: f.spoken })
		);
		await f.take(corrected.seq);

		expect(await seen(id, f.tram)).toMatchObject({
			text: f.words.text,
			corrected: { text: 'Hoàn thành 30 xã.' }
		});
		expect(await hears(f.tram)).toEqual(['taskChanged']);
	});

	test('a note or an opinion gives nobody anything to do', async () => {
		const note = newId();
		done(await f.act(f.ha, 'proceedings.note', { note, text: 'Ghi.', kind: 'opinion' }));
		done(await f.act(f.ha, 'proceedings.correct', { note, text: 'Ghi lại.' }));

		const [jobs] = await db.execute(
			sql`select count(*)::int as count from jobs.job where data->>'meeting' = ${f.meeting} and name = 'followup.take'`
		);
		expect(jobs).toEqual({ count: 0 });
	});
});

describe('a task', () => {
	test('is accepted, reported with a file, returned, reported again and confirmed; each hears of it', async () => {
		const task = await f.task();
		done(await acceptTask.run(who(f.tram), await at(task)));
		expect(await hears(f.tram)).toEqual([]);

		await reported(task);
		expect(
			[await hears(f.ha), await hears(f.lien.person)].map((kinds) => kinds.includes('taskReported'))
		).toEqual([true, true]);
		done(await returnTask.run(who(f.cuong.person), { ...(await at(task)), words: 'Thiếu biên bản.' }));
		expect([await hears(f.tram), (await hears(f.ha)).includes('taskReported')]).toEqual([
			['taskReturned'],
			false
		]);
		await reported(task);
		expect(await hears(f.tram)).toEqual([]);
		done(await confirmTask.run(who(f.ha), await at(task)));

		expect(await hears(f.tram)).toEqual(['taskConfirmed']);
		const { state, steps } = await seen(task, f.tram);
		expect(state).toBe('confirmed');
		expect(steps.map(({ kind, by }) => [kind, by])).toEqual([
			['given', null],
			['accepted', 'Kim Ngọc Trâm'],
			['reported', 'Kim Ngọc Trâm'],
			['returned', 'Đỗ Hữu Cường'],
			['reported', 'Kim Ngọc Trâm'],
			['confirmed', 'Hà']
		]);
	});

	test('is nobody’s to see or change but its people’s, whoever they say they are', async () => {
		const task = await f.task();
		const others = [f.delegate[0]?.person ?? f.stranger, f.stranger, f.nhan];
		const file = await reported(task);
		const seenBy = { task, version: 3 };
		const report = { ...seenBy, words: 'Xong.', file, fileName: 'x.pdf', personId: f.tram };

		for (const by of others) {
			const as = { ...who(by) };
			for (const query of [taskPage.run(as, { task }), reportFile.run(as, { task, file })])
				expect(await query).toEqual(refuse({ code: 'notFound' }));
			expect(await acceptTask.run(as, { ...seenBy, person: f.tram })).toEqual(refuse({ code: 'notFound' }));
			expect(await reportTask.run(as, report)).toEqual(refuse({ code: 'notFound' }));
			expect(await confirmTask.run(as, seenBy)).toEqual(refuse({ code: 'notAllowed' }));
			expect(await returnTask.run(as, { ...seenBy, words: 'x' })).toEqual(refuse({ code: 'notAllowed' }));
			expect(await assignTask.run(as, { ...seenBy, ...f.spoken })).toEqual(refuse({ code: 'notAllowed' }));
			expect(await mayAddReportFile.run(as, { task })).toEqual(refuse({ code: 'notFound' }));
			const kept = { task, hash: file, type: 'application/pdf', sizeBytes: 1 };
			expect(await keepReportFile.run(as, kept)).toEqual(refuse({ code: 'taskNotYours' }));
			expect(done(await tasksPage.run(as, {})).lines).toEqual([]);
			expect(done(await ownTasks.run(as, {})).count).toBe(0);
		}
		expect(await confirmTask.run(who(f.tram), seenBy)).toEqual(refuse({ code: 'notAllowed' }));
		expect(await acceptTask.run(who(f.ha), seenBy)).toEqual(refuse({ code: 'taskNotYours' }));
	});

	test('as it was seen before somebody else changed it is not changed', async () => {
		const task = await f.task();
		const before = await at(task);
		done(await acceptTask.run(who(f.tram), before));

		expect(await acceptTask.run(who(f.tram), before)).toEqual(
			refuse({ code: 'changedMeanwhile', version: 2 })
		);
	});

	test('of a unit without a person is carried out by its clerk', async () => {
		const task = await f.task({ ...f.spoken, personId: null });

		expect(await hears(f.thao)).toEqual(['taskGiven']);
		done(await acceptTask.run(who(f.thao), await at(task)));
		const { hash } = done(await sent(task, smallPdf(['x']), f.thao));
		done(
			await reportTask.run(who(f.thao), {
				...(await at(task)),
				words: 'Xong.',
				file: hash,
				fileName: 'x.pdf'
			})
		);
		expect((await seen(task)).state).toBe('reported');
	});

	test('that names nobody of the directory waits on the secretary’s list, and is given to somebody there', async () => {
		const task = await f.task(f.words);
		expect(await hears(f.tram)).toEqual([]);
		const list = done(await tasksPage.run(who(f.ha), {}));
		expect(list.lines).toMatchObject([{ id: task, personId: null, unit: null }]);
		expect(list.bodies).toEqual(['HĐND tỉnh Minh Giang']);

		const nobody = { ...f.spoken, unitId: '', personId: '' };
		expect(await assignTask.run(who(f.ha), { ...(await at(task)), ...nobody })).toEqual(
			refuse({ code: 'taskUnassigned' })
		);
		expect(await assignTask.run(who(f.ha), { ...(await at(task)), ...f.spoken, personId: newId() })).toEqual(
			refuse({ code: 'assigneeUnknown' })
		);
		done(await assignTask.run(who(f.ha), { ...(await at(task)), ...f.spoken }));

		expect(await hears(f.tram)).toEqual(['taskGiven']);
		expect(done(await ownTasks.run(who(f.tram), {})).nearest).toMatchObject([{ id: task, isMine: true }]);
	});
});

describe('a file that proves a report', () => {
	test('is taken where it is a PDF or a picture, and read by whoever sees the task', async () => {
		const task = await f.task();
		const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');

		const { hash } = done(await sent(task, png));

		expect(done(await reportFile.run(who(f.ha), { task, file: hash }))).toMatchObject({
			type: 'image/png',
			sizeBytes: png.length
		});
	});

	test('is refused where it is something else, empty, cut off or too large, and nothing of it stays', async () => {
		const task = await f.task();
		const refused = async (bytes: Uint8Array, promised = bytes.length) => {
			const answer = await sent(task, bytes, f.tram, promised);
			return answer.ok ? 'taken' : answer.refusal.code;
		};

		expect(await refused(Buffer.from('<svg onload="x"/>'))).toBe('reportFileType');
		expect(await refused(Buffer.alloc(0))).toBe('reportFileEmpty');
		expect(await refused(smallPdf(['x']), 9999)).toBe('reportFileUnfinished');
		expect(await refused(Buffer.alloc(0), mostReportBytes + 1)).toBe('reportFileTooLarge');
		expect(await refused(Buffer.alloc(mostReportBytes + 1), 1)).toBe('reportFileTooLarge');
		expect(fs.readdirSync(path.join(folder, 'files', 'incoming'))).toEqual([]);
	});

	test('of another task proves nothing here', async () => {
		const [one, other] = [await f.task(), await f.task()];
		const hash = await reported(other);
		done(await acceptTask.run(who(f.tram), await at(one)));

		const report = { ...(await at(one)), words: 'Xong.', file: hash, fileName: 'x.pdf' };
		expect(await reportTask.run(who(f.tram), report)).toEqual(refuse({ code: 'reportFileUnknown' }));
		expect(await reportFile.run(who(f.tram), { task: one, file: hash })).toEqual(
			refuse({ code: 'notFound' })
		);
		expect((await seen(one)).state).toBe('accepted');
	});
});

test('units and people are found without marks, by name or position, by the secretary alone', async () => {
	const asked = { meeting: f.meeting, text: 'kim ngoc tr' };

	const found = done(await assigneesPage.run(who(f.ha), asked)).people;
	expect(found[0]?.name).toBe('Kim Ngọc Trâm');
	const units = done(await assigneesPage.run(who(f.ha), { ...asked, text: 'khoa hoc va cong' })).units;
	expect(units[0]?.name).toBe('Sở Khoa học và Công nghệ');
	for (const by of [f.cuong.person, f.tram, f.stranger])
		expect(await assigneesPage.run(who(by), asked)).toEqual(refuse({ code: 'notAllowed' }));
});
