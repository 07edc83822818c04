// The fast path. Ballots that arrive while one statement is under way go into the next; each is answered after the
// commit. One statement asks everything at its own moment: the sign-in, the rate, the list frozen with the round, the
// seat on the roll. No meeting lock and no journal entry: `for share` of the round, so that closing waits for what is
// under way.
import { sql, type SQL } from 'drizzle-orm';
import type { MeetingId, PersonId, RoundId } from '#domain/journal/ids.ts';
import { hashOf, type Hash } from '#lib/hash.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { isGood } from '#server/accounts/sign-ins.ts';
import { isOnRoll } from '#server/attendance/queries.ts';
import { clock } from '#server/platform/clock.ts';
import { atOnce } from '#server/platform/db.ts';
import { fault } from '#server/platform/fault.ts';
import { grouped } from '#server/platform/grouped.ts';
import { counted, perMinute } from '#server/platform/guard.ts';
import { log } from '#server/platform/log.ts';

/** `holder` is the hash of the token by which the voter asks. */
export type Ballot = {
	readonly meeting: MeetingId;
	readonly round: RoundId;
	readonly voter: PersonId;
	readonly attempt: number;
	readonly statement: Uint8Array;
	readonly holder: string;
};
/** `place` is the voter's in the frozen list: what is told of him while the round is open. */
export type Receipt = { readonly hash: Hash; readonly place: number; readonly receivedAt: number };
type Answer = Result<Receipt, Refusal>;
type Hashed = Ballot & { readonly hash: Hash };
type Standing = {
	/** Of the group. */
	readonly n: number;
	readonly good: boolean;
	readonly rated: boolean;
	readonly hash: Hash | null;
	readonly received_at: string | null;
	readonly place: number | null;
	readonly secret: boolean | null;
	readonly state: string | null;
	readonly present: boolean;
	/** It could have been stored: where it is not, a ballot or the closing came in between, unseen by the statement. */
	readonly possible: boolean;
};

const castInGroup = grouped(settle);
/** Stores a ballot; answers after the commit, or says why it was not taken and what stands. */
export const cast = (ballot: Ballot): Promise<Answer> =>
	castInGroup({ ...ballot, hash: hashOf(ballot.statement) });

/** Where a group cannot be stored, each ballot is tried alone: one bad ballot never costs another its place. */
async function settle(group: readonly Hashed[]): Promise<readonly Answer[]> {
	try {
		const standing = new Map((await store(group)).map((row) => [row.n, row] as const));
		return group.map((one, n) => answerTo(one, standing.get(n)));
	} catch (error) {
		log.error({ ballots: group.length, fault: fault(error) }, 'ballots not stored');
		if (group.length === 1) return [refuse({ code: 'notStored' })]; // 503: the tablet sends the same attempt again
		const answers: Answer[] = [];
		for (const one of group) answers.push(...(await settle([one])));
		return answers;
	}
}

function answerTo({ hash }: Hashed, found: Standing | undefined): Answer {
	if (!found?.good) return refuse({ code: 'notSignedIn' });
	if (!found.rated) return refuse({ code: 'tooManyRequests' });
	if (found.place === null) return refuse({ code: 'notAVoter' });
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

/** What a statement does not see of others that commit while it waits is looked for once more. */
async function store(group: readonly Hashed[]): Promise<readonly Standing[]> {
	const asked = JSON.stringify(
		group.map(({ statement, ...one }, n) => ({
			...one,
			n,
			statement: Buffer.from(statement).toString('hex')
		}))
	);
	const rows = await atOnce<Standing>(storing(asked));
	const unseen = rows.filter(({ possible, hash }) => possible && hash === null);
	if (unseen.length === 0) return rows;
	const now = new Map((await atOnce<Seen>(standing(asked))).map((row) => [row.n, row] as const));
	return rows.map((row) => ({ ...row, ...(unseen.includes(row) && now.get(row.n)) }));
}

const here = isOnRoll({ meeting: sql`g.meeting`, sitting: sql`r.sitting`, seat: sql`v.seat` });
const mayStill = sql`(r.state = 'open' and not r.secret and (r.may_change or g.attempt = 1) and ${here})`;
const given = (asked: string) => sql`
	select * from jsonb_to_recordset(${asked}::jsonb) as g(n int, meeting uuid, round uuid, voter uuid, attempt int,
		hash text, statement text, holder text)`;
const signedIn = sql`select g.*, ${isGood({ hash: sql`g.holder`, person: sql`g.voter` })} as good from given g`;
const counting = counted(
	sql`select voter::text as key, count(*) as count from asked where good group by voter`
);
/** Whoever asks for several in one group has them counted one after the other. */
const rated = sql`
	select asked.*, coalesce(counted.count - count(*) over mine + row_number() over (mine order by n) <= ${perMinute.person}::int,
		false) as rated
	from asked left join counted on good and counted.key = voter::text
	window mine as (partition by voter, good)`;

/** Sorted, so that two processes that were sent the same ballots never wait for each other. */
function storing(asked: string): SQL {
	const now = new Date(clock.now()).toISOString();
	return sql`
		with given as (${given(asked)}),
		asked as (${signedIn}),
		counted as (${counting}),
		g as (${rated}),
		held as (select id, meeting, sitting, state, secret, may_change from vote_rounds
			where state = 'open' and not secret and id in (select round from given) order by id for share),
		stored as (
			insert into ballots (round, voter, attempt, statement, hash, assurance, received_at)
			select g.round, g.voter, g.attempt, decode(g.statement, 'hex'), g.hash, 'signedIn', ${now}::timestamptz from g
			join held r on r.id = g.round and r.meeting = g.meeting
			join round_voters v on v.round = g.round and v.person = g.voter
			where g.good and g.rated and ${mayStill}
			order by g.round, g.voter, g.attempt
			on conflict do nothing
			returning round, voter, attempt, hash, received_at)
		select g.n, g.good, g.rated, coalesce(s.hash, b.hash) as hash, coalesce(s.received_at, b.received_at)::text as received_at,
			v.place, r.secret, r.state, ${here} as present, coalesce(g.good and g.rated and v.place is not null and ${mayStill}, false) as possible
		from g
		left join vote_rounds r on r.id = g.round and r.meeting = g.meeting
		left join round_voters v on v.round = r.id and v.person = g.voter
		left join ballots b on b.round = r.id and b.voter = g.voter and b.attempt = g.attempt
		left join stored s on s.round = r.id and s.voter = g.voter and s.attempt = g.attempt`;
}

type Seen = Pick<Standing, 'n' | 'hash' | 'received_at' | 'state' | 'present'>;
const standing = (asked: string) => sql`
	with g as (${given(asked)})
	select g.n, b.hash, b.received_at::text, r.state, ${here} as present
	from g
	join vote_rounds r on r.id = g.round and r.meeting = g.meeting
	join round_voters v on v.round = r.id and v.person = g.voter
	left join ballots b on b.round = r.id and b.voter = g.voter and b.attempt = g.attempt`;
