// The fast path. Ballots that arrive while one statement is under way go into the next; each is answered after the
// commit. No meeting lock and no journal entry: `for share` of the round, so that closing waits for what is under way.
// Who may vote stands beside the round since its opening, so nothing else is asked here.
import { sql } from 'drizzle-orm';
import type { MeetingId, PersonId, RoundId } from '#domain/journal/ids.ts';
import { hashOf, type Hash } from '#lib/hash.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { isOnRoll } from '#server/attendance/queries.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction } from '#server/platform/db.ts';
import { fault } from '#server/platform/fault.ts';
import { grouped } from '#server/platform/grouped.ts';
import { log } from '#server/platform/log.ts';

type Key = { readonly round: RoundId; readonly voter: PersonId; readonly attempt: number };
export type Ballot = Key & { readonly meeting: MeetingId; readonly statement: Uint8Array };
/** `place` is the voter's in the frozen list: what is told of him while the round is open. */
export type Receipt = { readonly hash: Hash; readonly place: number; readonly receivedAt: number };
type Answer = Result<Receipt, Refusal>;
type Hashed = Ballot & { readonly hash: Hash };
type Standing = Key & {
	readonly hash: Hash | null;
	readonly received_at: string | null;
	readonly place: number | null;
	readonly secret: boolean | null;
	readonly state: string | null;
	readonly present: boolean;
};

const castInGroup = grouped(settle);
/** Stores a ballot; answers after the commit, or says why it was not taken and what stands. */
export const cast = (ballot: Ballot): Promise<Answer> =>
	castInGroup({ ...ballot, hash: hashOf(ballot.statement) });

/** Where a group cannot be stored, each ballot is tried alone: one bad ballot never costs another its place. */
async function settle(group: readonly Hashed[]): Promise<readonly Answer[]> {
	try {
		const standing = new Map((await store(group)).map((row) => [key(row), row] as const));
		return group.map((one) => answerTo(one, standing.get(key(one))));
	} catch (error) {
		log.error({ ballots: group.length, fault: fault(error) }, 'ballots not stored');
		if (group.length === 1) return [refuse({ code: 'notStored' })]; // 503: the tablet sends the same attempt again
		const answers: Answer[] = [];
		for (const one of group) answers.push(...(await settle([one])));
		return answers;
	}
}

const key = ({ round, voter, attempt }: Key) => `${round} ${voter} ${attempt}`;
function answerTo({ hash }: Hashed, found: Standing | undefined): Answer {
	if (!found || found.place === null) return refuse({ code: 'notAVoter' });
	if (found.secret) return refuse({ code: 'sealedBallotNeeded' });
	if (found.hash === null) return refuse(whyNotTaken(found));
	const receivedAt = Date.parse(found.received_at ?? '');
	return found.hash === hash
		? ok({ hash, place: found.place, receivedAt })
		: refuse({ code: 'otherBallotStands', hash: found.hash });
}
function whyNotTaken({ state, present }: Standing): Refusal {
	if (state !== 'open') return { code: 'roundNotOpen' };
	return present ? { code: 'ballotFinal' } : { code: 'notPresent' };
}

const here = isOnRoll({ meeting: sql`g.meeting`, sitting: sql`r.sitting`, seat: sql`v.seat` });

/** Sorted, so that two processes that were sent the same ballots never wait for each other. */
async function store(group: readonly Hashed[]) {
	const rows = group.map(({ meeting, round, voter, attempt, statement, hash }) => ({
		meeting,
		round,
		voter,
		attempt,
		hash,
		statement: Buffer.from(statement).toString('hex')
	}));
	const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(meeting uuid, round uuid, voter uuid, attempt int, hash text, statement text)`;
	const now = new Date(clock.now()).toISOString();
	return transaction(null, async (tx) => {
		await tx.execute(sql`
			with r as (select id, meeting, sitting, may_change from vote_rounds
				where state = 'open' and not secret and id in (select round from ${given}) order by id for share)
			insert into ballots (round, voter, attempt, statement, hash, assurance, received_at)
			select g.round, g.voter, g.attempt, decode(g.statement, 'hex'), g.hash, 'signedIn', ${now}::timestamptz from ${given}
			join r on r.id = g.round and r.meeting = g.meeting and (r.may_change or g.attempt = 1)
			join round_voters v on v.round = g.round and v.person = g.voter
			where ${here}
			order by g.round, g.voter, g.attempt
			on conflict do nothing`);
		return tx.execute<Standing>(sql`
			select g.round, g.voter, g.attempt, b.hash, b.received_at::text, v.place, r.secret, r.state, ${here} as present from ${given}
			left join vote_rounds r on r.id = g.round and r.meeting = g.meeting
			left join round_voters v on v.round = r.id and v.person = g.voter
			left join ballots b on b.round = r.id and b.voter = g.voter and b.attempt = g.attempt`);
	});
}
