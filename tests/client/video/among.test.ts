import { describe, expect, test } from 'vitest';
import { heardAt } from '#client/video/among.ts';
import type { Person } from '#client/video/person.ts';
import type { PersonId, PointId, SittingId } from '#domain/journal/ids.ts';
import { identityOf, type Standing } from '#domain/video/standing.ts';

const device = 'device-one';
const [tanHoa, honMay] = ['tan-hoa' as PointId, 'hon-may' as PointId];
const cuong = 'cuong' as PersonId;
const person = (standing: Standing): Person => ({
	identity: identityOf(standing),
	name: '',
	picture: 'none',
	screen: 'none',
	voice: true,
	speaking: false,
	line: 'good'
});
const hall = person({ kind: 'hall', sitting: 'first' as SittingId, device });
const chair = person({ kind: 'chair', person: cuong, device });
const [atTanHoa, atHonMay] = [tanHoa, honMay].map((point) => person({ kind: 'point', point, device }));
const everybody = [hall, chair, atTanHoa, atHonMay].flatMap((one) => one ?? []);
const names = (people: readonly (Person | undefined)[]) => new Set(people.map((one) => one?.identity));

describe('what a screen plays', () => {
	test('in the hall is the points, and never the chair who sits there, nor another screen of the hall', () => {
		expect(heardAt(null, everybody, () => null)).toEqual(names([atTanHoa, atHonMay]));
	});

	test('at a point is the hall, its chair and the other points', () => {
		expect(heardAt(tanHoa, everybody, () => null)).toEqual(names([hall, chair, atHonMay]));
	});

	test('is the chair’s voice in the hall, and not in his own room, where he presides from a point', () => {
		const fromTanHoa = () => tanHoa;

		expect(heardAt(null, everybody, fromTanHoa)).toEqual(names([chair, atTanHoa, atHonMay]));
		expect(heardAt(tanHoa, everybody, fromTanHoa)).toEqual(names([hall, atHonMay]));
	});
});
