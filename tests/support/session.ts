// The demo's session as tests of whole processes act in it: sign-ins by the real module, everything else over the doors.
import { randomUUID } from 'node:crypto';
import type { DraftPage } from '#domain/meetings/pages.ts';
import type { MeetingId, SittingId } from '#domain/journal/ids.ts';
import type { Caller } from './caller.ts';
import type { Product } from './product.ts';

export type Session = {
	readonly meeting: MeetingId;
	readonly sitting: SittingId;
	readonly draft: DraftPage;
	/** The sign-in cookie of a person, stepped up for the sitting. */
	cookieOf(signIn: string): Promise<string>;
	/** Says nothing more to the database. */
	end(): Promise<void>;
};

/** Looks into the database of a product; once in a process, for the server's modules have one pool. */
export async function sessionOf(product: Product): Promise<Session> {
	process.env.DATABASE_URL = product.databaseUrl;
	const { client, transaction } = await import('#server/platform/db.ts');
	const { signIn, stepUp, cookieName, signedInBy } = await import('#server/accounts/sign-ins.ts');
	const { draftPage } = await import('#server/meetings/queries.ts');
	const { personOf } = await import('./demo/people.ts');
	const [{ meeting } = { meeting: '' as MeetingId }] = await client<{ meeting: MeetingId }[]>`
		select meeting from live_meetings`;
	const tokenOf = async (name: string, sitting: SittingId | null) => {
		const person = await personOf(name);
		return transaction(person, async (tx) => {
			const token = await signIn(tx, { person });
			return sitting ? stepUp(tx, token, sitting) : token;
		});
	};
	const secretary = await signedInBy(await tokenOf('ha', null));
	const draft = secretary && (await draftPage.run(secretary, { meeting }));
	if (!draft?.ok) throw new Error('the secretary reads the draft');
	const sitting = draft.value.sittings[0]?.id;
	if (!sitting) throw new Error('the session has its first sitting');
	return {
		meeting,
		sitting,
		draft: draft.value,
		cookieOf: async (name) => `${cookieName}=${await tokenOf(name, sitting)}`,
		end: () => client.end()
	};
}

/** A live command as a tablet sends it. */
export const command = (
	by: Caller,
	{ meeting }: Session,
	name: string,
	input: object = {},
	id = randomUUID()
) => by.postJson(`/meetings/${meeting}/commands`, { command: id, name, input });
