import { describe, expect, test } from 'vitest';
import type { PersonId, PointId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { tasksOf } from '#domain/meetings/readiness.ts';
import type { Called } from '#domain/meetings/roster.ts';

const [tanHoa, honMay] = [
	{ id: 'point-1' as PointId, name: 'xã Tân Hòa' },
	{ id: 'point-2' as PointId, name: 'đặc khu Hòn Mây' }
];
const called = (name: string, role: Role, point: PointId | null): Called => ({
	person: name as PersonId,
	name,
	seat: null,
	roles: [role],
	point,
	mandate: null,
	group: null,
	post: null,
	address: null
});
const tended = (points: readonly (typeof tanHoa)[], people: readonly Called[]) =>
	tasksOf({ agenda: [], sittings: [], people, points, submitted: null, approved: null }).find(
		({ name }) => name === 'pointsTended'
	);

describe('the bridge points of a draft', () => {
	test('are no task where there are none', () => {
		expect(tended([], [])).toBeUndefined();
	});

	test('lack something until each of them has a technician of its own', () => {
		const quy = called('Quý', 'bridgeTechnician', tanHoa.id);
		const yen = called('Yến', 'bridgeHead', honMay.id);
		const bac = called('Bắc', 'bridgeTechnician', honMay.id);

		expect(tended([tanHoa, honMay], [quy, yen])).toMatchObject({ step: 'people', done: false });
		expect(tended([tanHoa, honMay], [quy, yen, bac])).toMatchObject({ step: 'people', done: true });
	});
});
