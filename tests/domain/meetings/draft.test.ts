import { describe, expect, test } from 'vitest';
import type { PersonId } from '#domain/journal/ids.ts';
import { approve, isApproved, mayCall, submit, type Draft, type Mark } from '#domain/meetings/draft.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { Called } from '#domain/meetings/roster.ts';
import { ok, refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';

const ha = 'Hà' as PersonId;
const cuong = 'Cường' as PersonId;
const mark = (version: number, by = ha): Mark => ({ version, by, at: instant(1) });
const draft: Draft = { state: 'draft', version: 3, submitted: null, approved: null };
const agenda = [{ id: 'item-1' }] as unknown as readonly AgendaItem[];
const roster = [{ person: cuong, roles: ['chair'] }] as unknown as readonly Called[];

describe('a draft', () => {
	test('is submitted, approved and published in that order, each naming the version meant', () => {
		const submitted = { ...draft, submitted: mark(3) };
		const approved = { ...submitted, approved: mark(3, cuong) };

		expect(approve(draft, mark(3, cuong))).toEqual(refuse({ code: 'notSubmitted' }));
		expect(submit(draft, { agenda, roster }, mark(3))).toEqual(ok(mark(3)));
		expect(mayCall(submitted, 3)).toEqual(refuse({ code: 'notApproved' }));
		expect(approve(submitted, mark(3, cuong))).toEqual(ok(mark(3, cuong)));
		expect(mayCall(approved, 3)).toEqual(ok(null));
	});

	test('changed after that has lost both marks by itself', () => {
		const changed: Draft = { ...draft, version: 4, submitted: mark(3), approved: mark(3, cuong) };

		expect(isApproved(changed)).toBe(false);
		expect(mayCall(changed, 4)).toEqual(refuse({ code: 'notApproved' }));
		expect(approve(changed, mark(4, cuong))).toEqual(refuse({ code: 'notSubmitted' }));
	});

	test('is not acted on by somebody who saw another version, nor once it is called', () => {
		const called: Draft = { ...draft, state: 'called' };

		expect(submit(draft, { agenda, roster }, mark(2))).toEqual(
			refuse({ code: 'changedMeanwhile', version: 3 })
		);
		expect(mayCall(called, 3)).toEqual(refuse({ code: 'alreadyCalled' }));
	});

	test('without an agenda, or without anybody to preside, is not submitted', () => {
		expect(submit(draft, { agenda: [], roster }, mark(3))).toEqual(refuse({ code: 'agendaEmpty' }));
		expect(submit(draft, { agenda, roster: [] }, mark(3))).toEqual(refuse({ code: 'noChair' }));
	});
});
