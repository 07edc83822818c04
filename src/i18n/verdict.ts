// What is said of a file that was checked: an answer first, then the reasons, in words that claim no more than a file can show.
import { instantOfIso } from '#lib/time.ts';
import type { RecordFacts, SignerWanted } from '#domain/records/content.ts';
import type { FileReport, SignatureReport, Verdict } from '#domain/records/verdict.ts';
import { clockTime, shortDay } from './format.ts';
import { m } from './messages/messages.js';

export type Tone = 'ok' | 'bad' | 'unknown';
export type Reason = {
	readonly tone: Tone;
	/** The mark beside it: a tick, a cross, or a question mark. */
	readonly mark: 'tick' | 'cross' | 'question';
	readonly title: string;
	readonly text: string;
	readonly detail: readonly string[];
};
export type Said = {
	readonly tone: Tone;
	readonly title: string;
	readonly text: string;
	readonly what: readonly { readonly label: string; readonly value: string }[];
	readonly reasons: readonly Reason[];
	/** The code under which the original may be opened; null where the file names none. */
	readonly original: string | null;
};

const NOTHING = { what: [], reasons: [], original: null };

/** The whole of what is shown for a verdict. */
export function said(verdict: Verdict): Said {
	switch (verdict.answer) {
		case 'unreadable':
			return {
				...NOTHING,
				tone: 'unknown',
				title: m.records_unreadableTitle(),
				text: m.records_unreadableText()
			};
		case 'unsigned':
			return {
				...NOTHING,
				tone: 'unknown',
				title: m.records_unsignedTitle(),
				text: m.records_unsignedText()
			};
		case 'changed':
			return saidOfChanged(verdict.report);
		case 'incomplete':
			return saidOfIncomplete(verdict.report, verdict.missing);
		case 'notProved':
		case 'trial':
		case 'unknownRoot':
		case 'genuine':
			return saidOfWhole(verdict.answer, verdict.report);
	}
}

function saidOfIncomplete(report: FileReport, missing: readonly SignerWanted[]): Said {
	const text = m.records_checkMissingText({ names: signersIn(missing) });
	const lacking = reason({ tone: 'unknown', mark: 'cross' }, m.records_checkMissing(), text);
	return {
		tone: 'unknown',
		title: m.records_incompleteTitle(),
		text: m.records_incompleteText(),
		what: whatItIs(report),
		reasons: [unchanged(report), lacking, who(report)],
		original: report.facts?.code ?? null
	};
}

/** No record has this code, or none that is fully signed. */
export const saidOfUnknownCode = (): Said => ({
	...NOTHING,
	tone: 'unknown',
	title: m.records_unknownCodeTitle(),
	text: m.records_unknownCodeText()
});
/** The record could not be fetched: no line. */
export const saidOffline = (): Said => ({
	...NOTHING,
	tone: 'unknown',
	title: m.records_offlineTitle(),
	text: m.records_offlineText()
});

type Whole = 'notProved' | 'trial' | 'unknownRoot' | 'genuine';
function saidOfWhole(answer: Whole, report: FileReport): Said {
	const date = report.facts ? shortDay(dayOfFacts(report.facts)) : '';
	const issuer = report.signatures.at(-1)?.by.organisation ?? '';
	const heads = {
		notProved: () => [m.records_notProvedTitle(), m.records_notProvedText()],
		trial: () => [m.records_trialTitle(), m.records_trialText()],
		unknownRoot: () => [m.records_unknownRootTitle(), m.records_unknownRootText()],
		genuine: () => [m.records_genuineTitle(), m.records_genuineText({ issuer, date })]
	};
	const [title = '', text = ''] = heads[answer]();
	const tone: Tone = answer === 'genuine' ? 'ok' : 'unknown';
	const reasons = [unchanged(report), who(report), complete(report, tone), time(report)];
	return { tone, title, text, what: whatItIs(report), reasons, original: null };
}

function saidOfChanged(report: FileReport): Said {
	const names = namesIn(report);
	const changed = reason(
		{ tone: 'bad', mark: 'cross' },
		m.records_checkChanged(),
		m.records_checkChangedText()
	);
	const signed = reason(
		{ tone: 'unknown', mark: 'question' },
		m.records_checkSigned(),
		m.records_checkSignedText({ names })
	);
	return {
		tone: 'bad',
		title: m.records_changedTitle(),
		text: m.records_changedText(),
		what: [],
		reasons: names ? [changed, signed] : [changed],
		original: report.facts?.code ?? null
	};
}

type Look = Pick<Reason, 'tone' | 'mark'>;
const reason = (look: Look, title: string, text: string, detail: readonly string[] = []): Reason => ({
	...look,
	title,
	text,
	detail
});

function whatItIs({ facts, pages, signatures }: FileReport): Said['what'] {
	const certified = signatures.every(({ root }) => root === 'recognised');
	const issuers = [
		...new Set(signatures.flatMap(({ certificate }) => (certificate ? [certificate.issuer] : [])))
	];
	const issuer = issuers.join(', ');
	const named = facts && { name: nameOf(facts), pages };
	return [
		...(named
			? [
					{
						label: certified ? m.records_whatDocument() : m.records_whatFileSays(),
						value: m.records_whatPages(named)
					}
				]
			: []),
		...(facts ? [{ label: m.records_whatSubject(), value: facts.title }] : []),
		{ label: m.records_whatIssuer(), value: certified ? issuer : m.records_issuerNotRecognised({ issuer }) }
	];
}

/** *Nghị quyết 58/NQ-HĐND*. */
export const nameOf = ({ kind, number }: Pick<RecordFacts, 'kind' | 'number'>): string =>
	kind === 'minutes' ? m.records_minutesNamed({ number }) : m.records_resolutionNamed({ number });

const isTrial = ({ signatures }: FileReport) => signatures.some(({ root }) => root === 'trial');
const isRecognised = ({ signatures }: FileReport) => signatures.every(({ root }) => root === 'recognised');

function unchanged(report: FileReport): Reason {
	const tone = isRecognised(report) ? 'ok' : 'unknown';
	const text = isTrial(report) ? m.records_checkUnchangedTrial() : m.records_checkUnchangedText();
	return reason({ tone, mark: 'tick' }, m.records_checkUnchanged(), text);
}

function who(report: FileReport): Reason {
	const names = namesIn(report);
	const detail = report.signatures.flatMap(detailOf);
	const isProved = report.signatures.every(({ faults }) => faults.length === 0);
	const unknown = (text: string) =>
		reason({ tone: 'unknown', mark: 'question' }, m.records_checkWhoUnknown(), text, detail);
	if (!isProved) return unknown(m.records_checkWhoNotProved({ names }));
	if (isTrial(report)) return unknown(m.records_checkWhoTrial({ names }));
	if (!isRecognised(report)) return unknown(m.records_checkWhoForeign({ names }));
	return reason(
		{ tone: 'ok', mark: 'tick' },
		m.records_checkWho(),
		report.signatures.map(lineOf).join(' '),
		detail
	);
}

function complete({ facts, signatures }: FileReport, tone: Tone): Reason {
	if (!facts)
		return reason(
			{ tone: 'unknown', mark: 'question' },
			m.records_checkNotOurs(),
			m.records_checkNotOursText()
		);
	const names = signersIn(facts.signers);
	const text = m.records_checkCompleteText({ count: signatures.length, names });
	return reason({ tone, mark: 'tick' }, m.records_checkComplete(), text);
}

function time(report: FileReport): Reason {
	const lines = report.signatures.map(lineOf);
	if (isRecognised(report))
		return reason({ tone: 'ok', mark: 'tick' }, m.records_checkTime(), m.records_checkTimeText(), lines);
	const text = isTrial(report) ? m.records_checkTimeTrialText() : m.records_checkTimeForeignText();
	return reason({ tone: 'unknown', mark: 'question' }, m.records_checkTimeTrial(), text, lines);
}

function lineOf({ by: { name }, capacity, stampedAt }: SignatureReport): string {
	const facts = { name, capacity: capacity ?? '' };
	if (stampedAt === null) return m.records_signerLineNoTime(facts);
	return m.records_signerLine({ ...facts, time: `${clockTime(stampedAt)}, ${shortDay(stampedAt)}` });
}
const revocations = {
	good: () => m.records_revocationGood(),
	revoked: () => m.records_revocationRevoked(),
	unknown: () => m.records_revocationUnknown()
};
function detailOf({ level, certificate, revocation }: SignatureReport): string[] {
	return certificate
		? [m.records_signerDetail({ level, ...certificate, revocation: revocations[revocation]() })]
		: [];
}

const namesIn = ({ signatures }: FileReport) =>
	listed(signatures.map(({ by }) => by.name).filter((name) => name !== ''));
const signersIn = (signers: readonly { readonly name: string }[]) => listed(signers.map(({ name }) => name));
function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	const first = names.slice(0, -1).join(', ');
	return first === '' ? last : m.records_and({ first, last });
}
function dayOfFacts({ date: { year, month, day } }: RecordFacts) {
	const two = (part: number) => String(part).padStart(2, '0');
	return instantOfIso(`${year}-${two(month)}-${two(day)}T12:00:00+07:00`);
}
