// Tokens, cookies and lucia, which nothing else may import. The database holds only hashes of tokens.
import { and, eq, gt, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { createHash, randomBytes } from 'node:crypto';
import type { MeetingId, PersonId, SittingId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { instant } from '#lib/time.ts';
import { clock } from '#server/platform/clock.ts';
import { grouped } from '#server/platform/grouped.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { signIns } from './tables.ts';

export const cookieName = 'sign-in';
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');
/** For `cookies.set`: no script reads it, no other site sends it; over https only where we are served so. */
export const cookieFor = (url: URL) => ({
	path: '/',
	httpOnly: true,
	sameSite: 'lax' as const,
	secure: url.protocol === 'https:',
	maxAge: longest.seconds()
});

const good = gt(signIns.expiresAt, sql`now()`);
const unused = new TimeSpan(12, 'h');
const longest = new TimeSpan(24, 'h');

type Attributes = Omit<typeof signIns.$inferInsert, 'tokenHash' | 'person' | 'expiresAt'>;
declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaIn>;
		DatabaseSessionAttributes: Attributes;
		UserId: PersonId;
	}
}
type Signing = { readonly person: PersonId; readonly agent?: string | null };

/** Signs a person in; the answer is the new token, which is kept nowhere. */
export const signIn = (tx: Tx, { person, agent }: Signing) =>
	begin(tx, person, { agent: agent?.slice(0, 200) ?? null });

/** Signs in a paired hall screen: a device of one sitting, with an id of its own and no account. */
export const signInScreen = (tx: Tx, { meeting, sitting }: { meeting: MeetingId; sitting: SittingId }) =>
	begin(tx, newId<PersonId>(), { screenMeeting: meeting, screenSitting: sitting });

/** Who holds this token, or null where it is unknown, ended or has run out. */
export async function signedInBy(token: string | undefined): Promise<SignedIn | null> {
	if (!token) return null;
	const { session } = await transaction(null, (tx) => luciaIn(tx).validateSession(token));
	if (!session) return null;
	return signedInAs({ ...session, person: session.userId });
}

type Shown = Pick<
	typeof signIns.$inferSelect,
	'person' | 'steppedUpAt' | 'steppedUpSitting' | 'screenMeeting' | 'screenSitting'
>;
function signedInAs(row: Partial<Shown> & Pick<Shown, 'person'>): SignedIn {
	const { person, steppedUpAt, steppedUpSitting, screenMeeting, screenSitting } = row;
	return {
		person,
		steppedUp: steppedUpAt ? { at: instant(steppedUpAt.getTime()), sitting: steppedUpSitting ?? null } : null,
		screen: screenMeeting && screenSitting ? { meeting: screenMeeting, sitting: screenSitting } : null
	};
}

/**
 * The same for the doors, where a hall may ask at once: many tokens by one statement. It prolongs nothing; the pages of
 * whoever is at work do.
 */
export const holderOf = (token: string | undefined): Promise<SignedIn | null> =>
	token ? holderInGroup(hashOfToken(token)) : Promise.resolve(null);

const holderInGroup = grouped(async (hashes: readonly string[]) => {
	const rows = await transaction(null, (tx) =>
		tx
			.select()
			.from(signIns)
			.where(and(inArray(signIns.tokenHash, [...new Set(hashes)]), good))
	);
	const held = new Map(rows.map((row) => [row.tokenHash, signedInAs(row)] as const));
	return hashes.map((hash) => held.get(hash) ?? null);
});

const known = new Map<string, PersonId>();
const mostKnown = 20_000;
/**
 * Whose token this is or was, from memory where it has been asked before: a token is one person's for ever. Says nothing
 * of whether the sign-in is still good; the statement that goes by it asks `isGood`.
 */
export async function personOfToken(token: string): Promise<PersonId | null> {
	const hash = hashOfToken(token);
	const person = known.get(hash);
	if (person) return person;
	const held = await holderInGroup(hash);
	if (known.size >= mostKnown) known.clear();
	if (held) known.set(hash, held.person);
	return held?.person ?? null;
}
/** A condition for another module's statement: that a person's sign-in, named by its token's hash, is good at this moment. */
export const isGood = ({ hash, person }: { hash: SQL; person: SQL }): SQL =>
	sql`exists (select 1 from ${signIns} held where held.token_hash = ${hash} and held.person = ${person}
		and held.expires_at > now())`;

/** Which of these sign-ins are no longer good. */
export async function goneOf(hashes: readonly string[]): Promise<ReadonlySet<string>> {
	if (hashes.length === 0) return new Set();
	const rows = await transaction(null, (tx) =>
		tx
			.select({ hash: signIns.tokenHash })
			.from(signIns)
			.where(and(inArray(signIns.tokenHash, [...hashes]), good))
	);
	const still = new Set(rows.map(({ hash }) => hash));
	return new Set(hashes.filter((hash) => !still.has(hash)));
}

/** Notes that the person has just shown who he is, for one sitting on this device: the token changes, the old one is dead. */
export async function stepUp(tx: Tx, token: string, sitting: SittingId | null): Promise<string> {
	const next = newToken();
	await tx
		.update(signIns)
		.set({
			tokenHash: hashOfToken(next),
			steppedUpAt: new Date(clock.now()),
			steppedUpSitting: sitting
		})
		.where(eq(signIns.tokenHash, hashOfToken(token)));
	return next;
}

/** Ends one sign-in; its streams end within seconds. */
export const endSignIn = (tx: Tx, token: string) => luciaIn(tx).invalidateSession(token);

/** Ends every sign-in of a person, on all devices. */
export const endSignInsOf = (tx: Tx, person: PersonId) => luciaIn(tx).invalidateUserSessions(person);

/** Takes away what has run out: for a job, so that the table stays small. */
export const clearRunOut = (tx: Tx) => luciaIn(tx).deleteExpiredSessions();

const newToken = () => randomBytes(32).toString('base64url');

async function begin(tx: Tx, person: PersonId, attributes: Attributes) {
	const token = newToken();
	await luciaIn(tx).createSession(person, attributes, { sessionId: token });
	return token;
}

const luciaIn = (tx: Tx) =>
	new Lucia(adapterIn(tx), {
		sessionExpiresIn: unused,
		getSessionAttributes: ({ steppedUpAt, steppedUpSitting, screenMeeting, screenSitting }) => ({
			steppedUpAt,
			steppedUpSitting,
			screenMeeting,
			screenSitting
		})
	});

const byToken = (token: string) => eq(signIns.tokenHash, hashOfToken(token));

function adapterIn(tx: Tx): Adapter {
	return {
		async getSessionAndUser(id) {
			const [row] = await tx.select().from(signIns).where(byToken(id));
			return row ? [sessionOf(id, row), { id: row.person, attributes: {} }] : [null, null];
		},
		async getUserSessions(person) {
			const rows = await tx.select().from(signIns).where(eq(signIns.person, person));
			return rows.map((row) => sessionOf(row.tokenHash, row));
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			await tx
				.insert(signIns)
				.values({ ...attributes, tokenHash: hashOfToken(id), person: userId, expiresAt });
		},
		// who is at work stays signed in, but no longer than a day
		async updateSessionExpiration(id, expiresAt) {
			const end = sql`least(${expiresAt.toISOString()}::timestamptz, ${signIns.createdAt} + ${`${longest.seconds()} seconds`}::interval)`;
			await tx.update(signIns).set({ expiresAt: end, lastSeenAt: new Date() }).where(byToken(id));
		},
		async deleteSession(id) {
			await tx.delete(signIns).where(byToken(id));
		},
		async deleteUserSessions(person) {
			await tx.delete(signIns).where(eq(signIns.person, person));
		},
		async deleteExpiredSessions() {
			await tx.delete(signIns).where(lte(signIns.expiresAt, sql`now()`));
		}
	};
}

const sessionOf = (id: string, { person, expiresAt, ...attributes }: typeof signIns.$inferSelect) => ({
	id,
	userId: person,
	expiresAt,
	attributes
});
