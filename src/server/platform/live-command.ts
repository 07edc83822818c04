// A live command: one way to change a running meeting. What it takes and what it reads stay inside, so that all
// commands have one type and the registry is a plain list.
import type * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { Permission } from '#domain/access/policy.ts';
import type { LiveEvent, LiveMeeting } from '#domain/live/meeting.ts';
import type { Roster } from '#domain/meetings/roster.ts';
import { type Refusal, type Result, ok } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './db.ts';
import { parse, type InputRefusal } from './input.ts';

export type Facts = {
	readonly meeting: LiveMeeting;
	readonly roster: Roster;
	readonly by: Actor;
	readonly at: Instant;
};
export type Decide = (tx: Tx, facts: Facts) => Promise<Result<readonly LiveEvent[], Refusal>>;
export type LiveCommand = {
	readonly name: string;
	readonly needs: Permission;
	prepare(input: unknown): Result<Decide, InputRefusal>;
};
type Read<Input, Given> = (tx: Tx, facts: Facts & { readonly input: Input }) => Promise<Given>;
type Spec<Schema extends v.GenericSchema, Given> = {
	readonly name: string;
	readonly needs: Permission;
	readonly input: Schema;
	readonly decide: (
		facts: Facts & { readonly input: v.InferOutput<Schema>; readonly given: Given }
	) => Result<readonly LiveEvent[], Refusal>;
};

/** `given` reads, under the lock, what `decide` needs beyond the meeting; `decide` is pure. */
export function liveCommand<Schema extends v.GenericSchema, Given>(
	spec: Spec<Schema, Given> & { readonly given: Read<v.InferOutput<Schema>, Given> }
): LiveCommand;
export function liveCommand<Schema extends v.GenericSchema>(spec: Spec<Schema, null>): LiveCommand;
export function liveCommand<Schema extends v.GenericSchema, Given>(
	spec: Spec<Schema, Given | null> & { readonly given?: Read<v.InferOutput<Schema>, Given> }
): LiveCommand {
	return {
		name: spec.name,
		needs: spec.needs,
		prepare(raw) {
			const parsed = parse(spec.input, raw);
			if (!parsed.ok) return parsed;
			const input = parsed.value;
			return ok(async (tx: Tx, facts: Facts) => {
				const given = spec.given ? await spec.given(tx, { ...facts, input }) : null;
				return spec.decide({ ...facts, input, given });
			});
		}
	};
}
