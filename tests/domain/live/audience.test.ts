import fc from 'fast-check';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { journals } from '../../support/journals.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { audienceFor, audienceOfRole, audiences, redact, stepOf, viewOf } from '#domain/live/audience.ts';
import { applyToMeeting, emptyMeeting } from '#domain/live/meeting.ts';

/** At some events somebody's roles change, or his screen; a change of audience sends a fresh view. */
const roles = fc.uniqueArray(fc.constantFrom(...(Object.keys(audienceOfRole) as Role[])), { maxLength: 3 });
const asked = fc.option(fc.constantFrom(...audiences));
const turns = fc.array(fc.record({ at: fc.nat(70), roles, asked }), { maxLength: 4 });
const actor = (of: readonly Role[]): Actor => ({
	person: 'person-1' as PersonId,
	seat: null,
	roles: of,
	steppedUp: null
});

describe('what an audience is sent', () => {
	test('builds what it would be shown, whenever people join, change roles or screens', () => {
		fc.assert(
			fc.property(journals, fc.constantFrom(...audiences), turns, (journal, first, turns) => {
				let audience = first;
				let truth = emptyMeeting;
				let copy = viewOf(truth, audience);
				journal.forEach((event, at) => {
					copy = applyToMeeting(copy, redact(stepOf(truth, event), audience));
					truth = applyToMeeting(truth, event);
					const turn = turns.find((one) => one.at === at);
					const next = turn && audienceFor(actor(turn.roles), turn.asked);
					if (next) copy = viewOf(truth, (audience = next));
					expect(copy).toEqual(viewOf(truth, audience));
				});
			}),
			{ numRuns: Number(process.env.RUNS ?? 300) }
		);
	});

	test('never tells the public the title, presenter or votes of a closed item or sitting, nor a tally before it is announced', () => {
		fc.assert(
			fc.property(journals, (journal) => {
				let truth = emptyMeeting;
				for (const event of journal) {
					const step = stepOf(truth, event);
					const told = JSON.stringify(redact(step, 'public'));
					const { agenda, sittings, current } = truth.meeting;
					for (const { title, presenter, closed } of agenda)
						if (closed) for (const word of [title, presenter]) expect(told).not.toContain(`"${word}"`);
					const shut =
						agenda.some(({ id, closed }) => closed && id === current) ||
						sittings.some(({ state, closed }) => closed && state === 'open');
					if (shut && event.type === 'voting.roundOpened') expect(told).toBe('{"type":"live.hidden"}');
					if (event.type === 'voting.roundClosed') expect(told).not.toContain('approve');
					expect(told).not.toContain('person-');
					expect(told).not.toContain('kết luận');
					truth = step.after;
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('between closing and announcing: the tally is for the chair, in a secret round for the tellers too', () => {
		fc.assert(
			fc.property(journals, (journal) => {
				let truth = emptyMeeting;
				for (const event of journal) {
					truth = applyToMeeting(truth, event);
					const closed = truth.rounds.filter(({ state }) => state === 'closed');
					for (const round of closed)
						for (const audience of audiences) {
							const knows = audience === 'chair' || (round.secret && audience === 'tellers');
							if (!knows)
								expect(
									viewOf(truth, audience).rounds.find(({ id }) => id === round.id)?.tally ?? null
								).toBeNull();
						}
				}
			}),
			{ numRuns: 100 }
		);
	});
});

describe('roles', () => {
	test('have the audiences of the glossary, section I', () => {
		const rows = fs
			.readFileSync('docs/glossary.md', 'utf8')
			.split('## I. Roles')[1]!
			.split('\n')
			.filter((line) => line.startsWith('| `'));
		const said = rows.flatMap((line) => {
			const cells = line.split('|').map((cell) => cell.trim());
			const [names, shown] = [
				cells[1]!.match(/\w+/g)!,
				cells[6]!.match(/`\w+`/g)?.map((one) => one.slice(1, -1)) ?? []
			];
			return names.map((name, n) => [name, shown[n] ?? shown[0] ?? null] as const);
		});

		expect(Object.fromEntries(said)).toEqual(audienceOfRole);
	});

	test('add up: the screen chooses among their audiences, and gets no other', () => {
		const by = actor(['teller', 'delegate']);

		expect(['delegate', 'tellers', 'public', 'chair', 'x', null].map((one) => audienceFor(by, one))).toEqual([
			'delegate',
			'tellers',
			'public',
			null,
			null,
			'tellers'
		]);
		expect(audienceFor(null, null)).toBe('public');
		expect(audienceFor(null, 'delegate')).toBeNull();
	});
});
