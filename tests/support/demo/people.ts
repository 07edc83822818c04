// Makes the units and people of the demo province by the product's own commands: first whoever runs the servers, who then
// makes all others. Passwords are made here, each of its own, and given back to be kept by the caller.
import { randomInt } from 'node:crypto';
import type { FormOfAddress, Gender } from '#domain/accounts/person.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { addPeople, addUnits, found, type NewPerson } from '#server/accounts/commands.ts';
import { offerInDemo, type Offer } from '#server/accounts/demo.ts';
import { personBySignInName, today } from '#server/accounts/queries.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction } from '#server/platform/db.ts';
import type { Refusal, Result } from '#lib/result.ts';
import { inspectionCommission, provincialCommittee, tanHoa, type BodyMember } from './bodies.ts';
import { delegates, type Delegate } from './delegates.ts';
import { office, type OfficePerson } from './office.ts';
import { centre, units } from './units.ts';

/** A sign-in to be printed: `shown` are those that the demo's sign-in page offers. */
export type DemoAccount = {
	readonly signIn: string;
	readonly name: string;
	readonly role: string;
	readonly password: string;
	readonly shown: boolean;
};

/** Whom the sign-in page offers, in its order, and as what. */
export const offers: readonly Offer[] = [
	{ name: 'db04', role: 'delegate' }, // in the hall
	{ name: 'db01', role: 'chair' },
	{ name: 'ha', role: 'secretary' },
	{ name: 'db10', role: 'secretary' }, // votes and signs, too
	{ name: 'db36', role: 'delegate' }, // in the hall; the tablet that fails in V04
	{ name: 'nhan', role: 'recordsClerk' },
	{ name: 'db21', role: 'delegate' }, // at the bridge point Tân Hòa
	{ name: 'db34', role: 'delegate' }, // at the bridge point Hòn Mây
	{ name: 'db49', role: 'delegate' }, // at the bridge point Trung Giang
	{ name: 'th01', role: 'bridgeHead' },
	{ name: 'thkt', role: 'bridgeTechnician' },
	{ name: 'hmkt', role: 'bridgeTechnician' },
	{ name: 'tgkt', role: 'bridgeTechnician' },
	{ name: 'phuc', role: 'unitAdmin' }
];

/** What members of bodies serve as besides; the staff's roles stand in `office.ts`. */
const serving: { readonly [signIn: string]: readonly { readonly role: Role; readonly unit: string }[] } = {
	db01: [{ role: 'chair', unit: 'MG-HDND' }],
	db02: [{ role: 'overseer', unit: 'MG' }],
	db10: [{ role: 'secretary', unit: 'MG-HDND' }],
	db11: [{ role: 'secretary', unit: 'MG-HDND' }],
	th01: [{ role: 'chair', unit: 'TH-HDND' }],
	th15: [{ role: 'secretary', unit: 'TH-HDND' }],
	ub01: [
		{ role: 'chair', unit: 'MG-UBND' },
		{ role: 'overseer', unit: 'MG' }
	],
	kt01: [{ role: 'chair', unit: 'MG-UBKT' }]
};
/** The first six are the standing body as well. */
const standing = 6;
/** The terms began here; where the demo runs on an earlier day, on that day. */
const termFrom = '2026-04-01';

type Somebody = Omit<NewPerson, 'account' | 'from'> & { readonly signIn: string };

/** Makes units and people on an empty installation; the answer is every sign-in with its password. */
export async function makePeople(): Promise<readonly DemoAccount[]> {
	const from = termFrom < today() ? termFrom : today();
	const withAccount = ({ signIn, ...person }: Somebody): NewPerson & { account: { password: string } } => ({
		...person,
		from,
		account: { signInName: signIn, password: newPassword() }
	});
	const administrator = withAccount(khoi);
	const everybody = somebodies().map(withAccount);
	const by = actingAs(expectDone(await found({ unit: centre, administrator })));
	expectDone(await addUnits.run(by, { units, from }));
	expectDone(await addPeople.run(by, { people: everybody }));
	await transaction(by.person, (tx) => offerInDemo(tx, offers));
	return [administrator, ...everybody].map(accountOf);
}

/** The person behind a sign-in name of the demo. */
export async function personOf(signIn: string): Promise<PersonId> {
	const person = await transaction(null, (tx) => personBySignInName(tx, signIn));
	if (!person) throw new Error(`${signIn} is nobody of the demo`);
	return person;
}

/** Somebody of the demo at work: signed in, and stepped up just now. */
export const actingAs = (person: PersonId): SignedIn => ({
	person,
	steppedUp: { at: clock.now(), sitting: null },
	screen: null
});

/** Runs the servers; sees no paper, no ballot. */
const khoi: Somebody = {
	signIn: 'quantri',
	name: 'Tiêu Văn Khôi',
	gender: 'male',
	address: 'ong',
	positions: [{ unit: centre.code, title: 'Quản trị hệ thống' }]
};

const somebodies = (): readonly Somebody[] => [
	...delegates.map(ofCouncil),
	...tanHoa.map(ofBody('TH-HDND')),
	...provincialCommittee.map(ofBody('MG-UBND')),
	...inspectionCommission.map(ofBody('MG-UBKT', 'dongChi')),
	...office.map(ofOffice)
];

const politeFor = (gender: Gender): FormOfAddress => (gender === 'female' ? 'ba' : 'ong');
/** A member's code in ASCII: `ĐB-01` signs in as `db01`. */
const signInOf = (code: string) => code.toLowerCase().replace('đ', 'd').replace('-', '');

function ofCouncil({ code, name, gender, group, committee, position }: Delegate, at: number): Somebody {
	const signIn = signInOf(code);
	const place = at + 1;
	return {
		signIn,
		name,
		gender,
		address: politeFor(gender),
		mandates: [
			{ body: 'MG-HDND', code, place },
			{ body: `MG-TDB${group}`, place },
			...(committee ? [{ body: committee, place }] : []),
			...(at < standing ? [{ body: 'MG-TT', place }] : [])
		],
		positions: position ? [position] : [],
		roles: [...(serving[signIn] ?? [])]
	};
}

const ofBody =
	(body: string, address?: FormOfAddress) =>
	([code, name, gender, title]: BodyMember, at: number): Somebody => ({
		signIn: signInOf(code),
		name,
		gender,
		address: address ?? politeFor(gender),
		mandates: [{ body, code, place: at + 1 }],
		positions: title ? [{ unit: body, title }] : [],
		roles: [...(serving[signInOf(code)] ?? [])]
	});

const ofOffice = ([signIn, name, gender, post, roles = []]: OfficePerson): Somebody => ({
	signIn,
	name,
	gender,
	address: politeFor(gender),
	positions: [post],
	roles: [...roles]
});

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
/** Three groups of five signs that are not mistaken for each other: 75 bits. */
function newPassword() {
	const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
	return [group(), group(), group()].join('-');
}

function accountOf({ name, positions = [], mandates = [], account }: NewPerson): DemoAccount {
	if (!account) throw new Error(`${name} has an account in the demo`);
	const role = positions[0]?.title ?? mandates[0]?.code ?? '';
	const shown = offers.some((offer) => offer.name === account.signInName);
	return { signIn: account.signInName, name, role, password: account.password, shown };
}

function expectDone<T>(result: Result<T, Refusal>): T {
	if (!result.ok) throw new Error(`the demo's people were refused: ${JSON.stringify(result.refusal)}`);
	return result.value;
}
