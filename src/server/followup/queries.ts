import { and, asc, eq, inArray, ne, or, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { can } from '#domain/access/policy.ts';
import type { Actor } from '#domain/access/actor.ts';
import { byDue } from '#domain/followup/due.ts';
import type { OwnTasks, TaskLine, TaskPage, TasksPage, TaskStep } from '#domain/followup/pages.ts';
import { mayAccept, mayReport, type Task } from '#domain/followup/task.ts';
import type { MeetingId, PersonId, TaskId, UnitId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse } from '#lib/result.ts';
import { dayOf, instant } from '#lib/time.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { peopleNamed, unitsOfRole } from '#server/accounts/queries.ts';
import { meetingsOf } from '#server/meetings/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { actingOf, actorForTask } from './actor.ts';
import { taskFiles, tasks, taskSteps } from './tables.ts';

export type StoredTask = typeof tasks.$inferSelect;
const keeping: readonly Role[] = ['secretary', 'chair'];
const ofTask = { task: idOf<TaskId>() };

/** What the rules know of a stored task. */
export const taskOf = ({ reportedAt, ...row }: StoredTask): Task => ({
	...row,
	reportedAt: reportedAt && instant(reportedAt.getTime())
});

/** A task, held until the transaction ends: for whoever changes it. */
export async function heldTask(tx: Tx, id: TaskId): Promise<StoredTask | null> {
	const [row] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update');
	return row ?? null;
}

/** A file that was received for this task, and for no other. */
export async function receivedFor(tx: Tx, task: TaskId, hash: Hash) {
	const here = and(eq(taskFiles.task, task), eq(taskFiles.hash, hash));
	const { type, sizeBytes } = taskFiles;
	const [row] = await tx.select({ hash: taskFiles.hash, type, sizeBytes }).from(taskFiles).where(here);
	return row ?? null;
}

type Reader = { readonly person: PersonId; readonly units: ReadonlySet<UnitId> };
function lineOf(row: StoredTask, { person, units }: Reader): TaskLine {
	const { id, meeting, meetingTitle, bodyName, item, state, version } = row;
	const { text, leadUnit, unit, due, personId } = row;
	return {
		...{ id, meeting, meetingTitle, bodyName, item, state, version },
		...{ text, leadUnit, unit, person: row.person, personId, due },
		reportedAt: row.reportedAt && instant(row.reportedAt.getTime()),
		isMine: personId === person,
		isOfMyUnit: unit !== null && units.has(unit)
	};
}

/** Whose tasks somebody sees beside his own: of units whose clerk he is, of bodies and meetings whose table he keeps. */
async function scopeOf(tx: Tx, person: PersonId) {
	const units = await unitsOfRole(tx, person, 'unitClerk');
	const bodies = [];
	for (const role of keeping) bodies.push(...(await unitsOfRole(tx, person, role)));
	const kept = (await meetingsOf(tx, person)).filter(({ roles }) =>
		roles.some((role) => keeping.includes(role))
	);
	const names = [...bodies.map(({ name }) => name), ...kept.map(({ heading }) => heading.bodyName)];
	return {
		units: units.map(({ id }) => id),
		bodies: bodies.map(({ id }) => id),
		meetings: kept.map(({ meeting }) => meeting),
		names: [...new Set(names)]
	};
}

export const tasksPage = query({
	name: 'followup.listPage',
	needs: 'followup.read',
	input: v.object({}),
	actor: actorOutside,
	async work(tx, { by: { person }, at }) {
		const { units, bodies, meetings, names } = await scopeOf(tx, person);
		const rows = await tx
			.select()
			.from(tasks)
			.where(anyOf(person, { units, bodies, meetings }))
			.orderBy(asc(tasks.id));
		const reader = { person, units: new Set(units) };
		const lines = rows.map((row) => lineOf(row, reader)).toSorted(byDue);
		return ok<TasksPage>({ today: dayOf(at), lines, bodies: lines.length > 0 ? names : [] });
	}
});
type Scope = {
	readonly units: readonly UnitId[];
	readonly bodies: readonly UnitId[];
	readonly meetings: readonly MeetingId[];
};
const anyOf = (person: PersonId, { units, bodies, meetings }: Scope): SQL | undefined =>
	or(
		eq(tasks.personId, person),
		inArray(tasks.unit, [...units]),
		inArray(tasks.body, [...bodies]),
		inArray(tasks.meeting, [...meetings])
	);

const mostNearest = 3;
/** What the page of today says of one's own tasks; the frame around it counts nothing of them. */
export const ownTasks = query({
	name: 'followup.ownTasks',
	needs: 'followup.read',
	input: v.object({}),
	actor: actorOutside,
	async work(tx, { by: { person } }) {
		const open = and(eq(tasks.personId, person), ne(tasks.state, 'confirmed'), ne(tasks.state, 'reported'));
		const rows = await tx.select().from(tasks).where(open).orderBy(asc(tasks.id));
		const lines = rows.map((row) => lineOf(row, { person, units: new Set() })).toSorted(byDue);
		return ok<OwnTasks>({ count: lines.length, nearest: lines.slice(0, mostNearest) });
	}
});

/** Whether somebody may look at a task: it is his, his unit's, or he keeps the table that gave it. */
export const maySee = (by: Actor, { personId }: Pick<Task, 'personId'>) =>
	personId === by.person || by.roles.some((role) => role === 'unitClerk' || keeping.includes(role));

export const taskPage = query({
	name: 'followup.page',
	needs: 'followup.read',
	input: v.object(ofTask),
	actor: actorForTask,
	async work(tx, { input, by, at }) {
		const [row] = await tx.select().from(tasks).where(eq(tasks.id, input.task));
		if (!row || !maySee(by, row)) return refuse({ code: 'notFound' });
		const acting = actingOf(by);
		const { state } = row;
		const isOpen = state === 'accepted' || state === 'returned';
		const units = new Set(acting.isClerk && row.unit ? [row.unit] : []);
		return ok<TaskPage>({
			...lineOf(row, { person: by.person, units }),
			today: dayOf(at),
			corrected: row.corrected,
			steps: await stepsOf(tx, row.id),
			may: {
				accept: state === 'given' && mayAccept(row, acting),
				report: isOpen && mayReport(row, acting),
				judge: state === 'reported' && can(by, 'followup.judge'),
				assign: (isOpen || state === 'given') && can(by, 'followup.assign')
			}
		});
	}
});

async function stepsOf(tx: Tx, task: TaskId): Promise<TaskStep[]> {
	const rows = await tx
		.select()
		.from(taskSteps)
		.where(eq(taskSteps.task, task))
		.orderBy(asc(taskSteps.version));
	const who = rows.map(({ by }) => by).filter((by) => by !== null);
	const names = new Map((await peopleNamed(tx, who)).map(({ id, name }) => [id, name] as const));
	return rows.map(({ kind, at, by, words, file, fileName }) => ({
		kind,
		at: instant(at.getTime()),
		by: by && (names.get(by) ?? null),
		words,
		file: file && { hash: file, name: fileName ?? '' }
	}));
}
