// Getting in, out and a step up: the acts that change a token. Anybody may knock, so these are no desk commands, which
// know who acts; like them each has a name, a permission and a line in the audit log.
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { signInNameOf } from '#domain/accounts/person.ts';
import type { Permission } from '#domain/access/policy.ts';
import type { PersonId, SittingId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { audit } from '#server/platform/audit.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { idOf, parse } from '#server/platform/input.ts';
import { demoPersonNamed } from './demo.ts';
import { countTry, forgetTries, keepTry, type MustWait, type Trying, type WrongPassword } from './limits.ts';
import { isPassword, longestPassword } from './passwords.ts';
import { endSignIn, hashOfToken, signIn, stepUp } from './sign-ins.ts';
import { accounts, knownDevices } from './tables.ts';

/** Who knocks: with a sign-in or without, from which device and address. Made by the server from the request. */
export type Knock = {
	readonly signedIn: SignedIn | null;
	readonly token: string | null;
	readonly device: string;
	readonly address: string;
	readonly agent: string | null;
};
export type Entry<Done> = {
	readonly name: string;
	readonly needs: Permission;
	run(knock: Knock, raw: unknown): Promise<Result<Done, Refusal>>;
};
export type Token = { readonly token: string | null };
type Account = { readonly person: PersonId; readonly passwordHash: string };

const password = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestPassword));
const byPassword = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1000)),
	password
});

/** Signs in by name and password. An unknown name is answered like a wrong password, in the same time. */
export const signInByPassword: Entry<Token> = {
	name: 'accounts.signIn',
	needs: 'accounts.signIn',
	async run(knock, raw) {
		const parsed = parse(byPassword, raw);
		if (!parsed.ok) return parsed;
		const name = signInNameOf(parsed.value.name);
		const { account, trying, counted } = await transaction(null, async (tx) => {
			const account = await accountNamed(tx, name);
			const trying = await tryingOf(tx, { name, account, knock });
			return { account, trying, counted: await countTry(tx, trying) };
		});
		if (!counted.ok) return counted;

		const right = await isPassword(parsed.value.password, account?.passwordHash ?? null);
		return transaction<Result<Token, Refusal>>(null, (tx) =>
			right && account ? letIn(tx, { person: account.person, trying, knock }) : turnAway(tx, account, trying)
		);
	}
};

/** Signs in by a tap. Where this is no demo, or the person is not offered, there is no such thing. */
export const signInAsDemo: Entry<Token> = {
	name: 'accounts.signInAsDemo',
	needs: 'accounts.signInAsDemo',
	async run(knock, raw) {
		const parsed = parse(v.object({ name: v.string() }), raw);
		if (!parsed.ok) return parsed;
		return transaction(null, async (tx) => {
			const person = await demoPersonNamed(tx, parsed.value.name);
			if (!person) return refuse({ code: 'notFound' });
			await audit(tx, { person, act: 'accounts.signInAsDemo', outcome: 'done' });
			return ok({ token: await signInAnew(tx, person, knock) });
		});
	}
};

export const signOut: Entry<Token> = {
	name: 'accounts.signOut',
	needs: 'accounts.signOut',
	async run({ signedIn, token }) {
		if (!signedIn || !token) return ok({ token: null });
		return transaction(signedIn.person, async (tx) => {
			await endSignIn(tx, token);
			await audit(tx, { person: signedIn.person, act: 'accounts.signOut', outcome: 'done' });
			return ok({ token: null });
		});
	}
};

const stepUpInput = v.object({ password, sitting: idOf<SittingId>() });
/** Once per sitting and device, before a vote is first opened, closed or announced there. */
export const stepUpForSitting: Entry<Token> = {
	name: 'accounts.stepUp',
	needs: 'accounts.stepUp',
	async run({ signedIn, token }, raw) {
		if (!signedIn || !token) return refuse({ code: 'notSignedIn' });
		const parsed = parse(stepUpInput, raw);
		if (!parsed.ok) return parsed;
		const { password, sitting } = parsed.value;
		return transaction(signedIn.person, async (tx) => {
			const shown = await verifyPassword(tx, signedIn.person, password);
			return shown.ok ? ok({ token: await stepUp(tx, token, sitting) }) : shown;
		});
	}
};

/**
 * Whether somebody who is signed in has just shown who he is, by his password. Wrong ones slow down as at the door. Counts
 * and audits in the transaction given, which must be committed also when this refuses.
 */
export async function verifyPassword(
	tx: Tx,
	person: PersonId,
	password: string
): Promise<Result<null, WrongPassword | MustWait>> {
	const trying = { account: `step-up ${person}` };
	const counted = await countTry(tx, trying);
	if (!counted.ok) return counted;
	const [account] = await tx.select().from(accounts).where(eq(accounts.person, person));
	const right = await isPassword(password, account?.passwordHash ?? null);
	if (right) await forgetTries(tx, trying);
	const kept = right ? ok(null) : await keepTry(tx, trying);
	await audit(tx, { person, act: 'accounts.stepUp', outcome: kept.ok ? 'done' : kept.refusal.code });
	return kept;
}

/** Every entry, for the printed list of commands and the tests. */
export const entries: readonly Entry<Token>[] = [signInByPassword, signInAsDemo, signOut, stepUpForSitting];

async function accountNamed(tx: Tx, name: string): Promise<Account | null> {
	const [row] = await tx
		.select({ person: accounts.person, passwordHash: accounts.passwordHash })
		.from(accounts)
		.where(eq(accounts.signInName, name));
	return row ?? null;
}

type Attempt = { readonly name: string; readonly account: Account | null; readonly knock: Knock };
/** A device that has let this person in before is counted by itself: whoever tries elsewhere does not make it wait. */
async function tryingOf(tx: Tx, { name, account, knock }: Attempt): Promise<Trying> {
	const from = { device: knock.device, address: knock.address };
	const known = account && (await isKnown(tx, account.person, knock.device));
	return { account: known ? `known ${account.person} ${knock.device}` : `name ${name}`, from };
}

async function isKnown(tx: Tx, person: PersonId, device: string) {
	const [row] = await tx
		.select({ lastSeenAt: knownDevices.lastSeenAt })
		.from(knownDevices)
		.where(and(eq(knownDevices.person, person), eq(knownDevices.deviceHash, hashOfToken(device))));
	return row !== undefined;
}

type Right = { readonly person: PersonId; readonly trying: Trying; readonly knock: Knock };
async function letIn(tx: Tx, { person, trying, knock }: Right) {
	await forgetTries(tx, trying);
	const lastSeenAt = new Date(clock.now());
	await tx
		.insert(knownDevices)
		.values({ person, deviceHash: hashOfToken(knock.device), lastSeenAt })
		.onConflictDoUpdate({ target: [knownDevices.person, knownDevices.deviceHash], set: { lastSeenAt } });
	await audit(tx, {
		person,
		act: 'accounts.signIn',
		outcome: 'done',
		facts: { address: knock.address, agent: knock.agent }
	});
	return ok({ token: await signInAnew(tx, person, knock) });
}

/** Whoever was signed in here before is not any more. */
async function signInAnew(tx: Tx, person: PersonId, { token, agent }: Knock) {
	if (token) await endSignIn(tx, token);
	return signIn(tx, { person, agent });
}

/** The name typed is not written down: people type their password there. */
async function turnAway(tx: Tx, account: Account | null, trying: Trying) {
	const refused = await keepTry(tx, trying);
	await audit(tx, {
		person: account?.person ?? null,
		act: 'accounts.signIn',
		outcome: refused.refusal.code,
		facts: { address: trying.from?.address ?? null }
	});
	return refused;
}
