import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { verified, type Trust } from '../../../src/client/records/verify.ts';
import { dict, name, Ref } from '../../../src/domain/records/pdf/object.ts';
import { packed } from '../../../src/domain/records/pdf/filter.ts';
import { Pdf } from '../../../src/domain/records/pdf/pdf.ts';
import { Update } from '../../../src/domain/records/pdf/writer.ts';
import { fieldRef } from '../../../src/domain/records/signing/fields.ts';
import { firstIndexOf, joined, latin } from '../../../src/lib/bytes.ts';
import { utf8 } from '../../../src/lib/hash.ts';
import {
	day1,
	dayAfter,
	holderOf,
	minutes,
	newKeyHome,
	resolution,
	signAs,
	stagesOf
} from '../../support/records.ts';

const home = newKeyHome();
let trust: Trust;
let [unsigned, once, signed]: Uint8Array[] = [];
let sealed: Uint8Array;

beforeAll(async () => {
	[unsigned, once, signed] = await stagesOf(minutes, home);
	sealed = (await stagesOf(resolution, home))[2] ?? new Uint8Array();
	trust = { recognised: [], trial: [await home.root()], revoked: [await home.revoked()] };
});
const file = (bytes: Uint8Array | undefined) => {
	if (!bytes) throw new Error('the file was not made');
	return bytes.slice();
};
const answerOn = async (bytes: Uint8Array, roots: Trust = trust) =>
	(await verified(bytes, roots, dayAfter)).answer;

describe('a record as it was signed', () => {
	test('is never genuine under the trial root, and says who signed, as what and when', async () => {
		const verdict = await verified(file(signed), trust, dayAfter);

		expect(verdict).toMatchObject({
			answer: 'trial',
			report: {
				facts: { kind: 'minutes', number: '07/BB-HĐND', code: minutes.code },
				signatures: [
					{
						by: { name: 'Đặng Thị Kim Liên' },
						capacity: 'Thư ký kỳ họp',
						stampedAt: day1,
						level: 'B-T',
						faults: []
					},
					{
						by: { name: 'Đỗ Hữu Cường' },
						capacity: 'Chủ tọa kỳ họp',
						stampedAt: day1,
						level: 'B-T',
						faults: []
					}
				]
			}
		});
	});

	test('is genuine once its root is one that the operator recognises', async () => {
		const recognised = { ...trust, recognised: trust.trial, trial: [] };

		expect(await answerOn(file(sealed), recognised)).toBe('genuine');
	});

	test('is not proved under a recognised root without a list of certificates taken back', async () => {
		expect(await answerOn(file(sealed), { recognised: trust.trial, trial: [], revoked: [] })).toBe(
			'notProved'
		);
	});

	test('has an unknown root for who trusts another installation', async () => {
		const other = { ...trust, trial: [await newKeyHome().root()] };

		expect(await answerOn(file(signed), other)).toBe('unknownRoot');
	});
});

describe('a record that is not whole', () => {
	test('cut back to its first signature is incomplete, and the missing signer is named', async () => {
		const verdict = await verified(file(once), trust, dayAfter);

		expect(verdict).toMatchObject({
			answer: 'incomplete',
			missing: [{ field: 'chair', name: 'Đỗ Hữu Cường' }]
		});
	});

	test('without its seal is incomplete', async () => {
		const [, byChair] = await stagesOf(resolution, home);

		expect(await answerOn(file(byChair))).toBe('incomplete');
	});

	test('with another person in the chair field is incomplete', async () => {
		const [chair] = minutes.signers.slice(1);
		const stranger =
			chair && (await signAs(file(once), { ...chair, name: 'Phạm Hữu Tấn', field: 'chair' }, newKeyHome()));

		expect(await answerOn(file(stranger))).toBe('incomplete');
	});

	test('without any signature is unsigned', async () => {
		expect(await answerOn(file(unsigned))).toBe('unsigned');
	});

	test('that is no PDF is unreadable', async () => {
		expect(await answerOn(utf8('Đây không phải là PDF.'))).toBe('unreadable');
		expect(await answerOn(new Uint8Array())).toBe('unreadable');
	});
});

/** Adds a revision behind the last signature. */
function revised(bytes: Uint8Array, change: (update: Update) => void): Uint8Array {
	const update = new Update(new Pdf(bytes));
	change(update);
	return update.bytes();
}
const bent = (bytes: Uint8Array, at: number) => {
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	return bytes;
};

describe('a record that was tampered with is refused', () => {
	test('one byte of a page', async () => {
		const at = firstIndexOf(file(signed), latin('stream\n')) + 20;

		expect(['changed', 'unreadable']).toContain(await answerOn(bent(file(signed), at)));
	});

	test('one byte of the signature value', async () => {
		const bytes = file(signed);
		const digits = firstIndexOf(bytes, latin('/Contents <')) + 11;
		const middle = digits + 2 * 700;
		bytes[middle] = bytes[middle] === 0x30 ? 0x31 : 0x30;

		expect(['changed', 'notProved']).toContain(await answerOn(bytes));
	});

	test('bytes put behind the end', async () => {
		expect(['changed', 'unreadable']).toContain(await answerOn(joined(file(signed), utf8('\n% thêm vào\n'))));
	});

	test('a page whose content a later revision replaces', async () => {
		const forged = revised(file(signed), (update) => {
			const page = update.pdf.pages()[0];
			if (page) update.edit(page).set('Contents', update.add(packed({}, latin('BT ET'))));
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('the content stream itself replaced under its old number', async () => {
		const forged = revised(file(signed), (update) => {
			const contents = update.pdf.dict(update.pdf.pages()[0]).get('Contents');
			if (contents instanceof Ref) update.set(contents, packed({}, latin('BT ET')));
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('a note laid over the result', async () => {
		const forged = revised(file(signed), (update) => {
			const page = update.pdf.pages()[0];
			if (!page) return;
			const note = { Type: name('Annot'), Subtype: name('FreeText'), Rect: [0, 0, 500, 500] };
			const entries = update.edit(page);
			entries.set('Annots', [...update.pdf.list(entries.get('Annots')), update.add(dict(note))]);
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('the look of a signature exchanged', async () => {
		const forged = revised(file(signed), (update) => {
			const look = packed({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 9, 9] }, latin(''));
			update.edit(fieldRef(update.pdf, 'chair')).set('AP', dict({ N: update.add(look) }));
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('another catalog', async () => {
		const forged = revised(file(signed), (update) => {
			update
				.edit(update.pdf.rootRef)
				.set('Pages', update.add(dict({ Type: name('Pages'), Kids: [], Count: 0 })));
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('the attached data exchanged', async () => {
		const forged = revised(file(signed), (update) => {
			const { pdf } = update;
			const names = pdf.list(pdf.dict(pdf.dict(pdf.root.get('Names')).get('EmbeddedFiles')).get('Names'));
			const data = pdf.dict(pdf.dict(names[1]).get('EF')).get('F');
			if (data instanceof Ref) update.set(data, packed({}, utf8('{"signers":[]}')));
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('a signature whose range leaves out more than itself', async () => {
		const forged = revised(file(once), (update) => {
			const value = update.pdf.dict(fieldRef(update.pdf, 'secretary')).get('V');
			if (value instanceof Ref) update.edit(value).set('ByteRange', [0, 100, 40_000, 10]);
		});

		expect(await answerOn(forged)).toBe('changed');
	});

	test('a signature taken over into another field', async () => {
		const forged = revised(file(once), (update) => {
			const from = update.pdf.dict(fieldRef(update.pdf, 'secretary')).get('V');
			if (from) update.edit(fieldRef(update.pdf, 'chair')).set('V', from);
		});

		expect(['changed', 'incomplete']).toContain(await answerOn(forged));
	});

	test('a certificate that was taken back before the time stamp', async () => {
		const chair = minutes.signers[1];
		if (!chair) throw new Error('the minutes have no chair');
		const [leaf] = (await home.signerOf(holderOf(chair))).chain;
		const serial = new x509.X509Certificate(Uint8Array.from(leaf)).serialNumber;
		const revoked = [await home.revoked([{ serial, since: day1 }])];

		expect(await answerOn(file(signed), { ...trust, revoked })).toBe('notProved');
	});

	test('a time stamp of an authority that is none', async () => {
		const [secretary] = minutes.signers;
		if (!secretary) throw new Error('the minutes have no secretary');
		const impostor = { ...home, timeStampAuthority: () => home.signerOf(holderOf(secretary)) };

		expect(await answerOn(await signAs(file(unsigned), secretary, impostor))).toBe('notProved');
	});
});

test('a key that occurs twice in a dictionary is not read either way', async () => {
	const at = firstIndexOf(file(signed), latin('/SubFilter'));
	const doubled = joined(file(signed).subarray(0, at), latin('/Type /Sig\n'), file(signed).subarray(at));

	expect(['changed', 'unreadable']).toContain(await answerOn(doubled));
});
