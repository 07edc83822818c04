import type { RecordPage } from '#domain/records/pages.ts';
import { nameOf } from '#i18n/verdict.ts';
import { m } from '#i18n/messages/messages.js';

/** What the act of signing is called for this record: the button names the act and the document. */
export function signWords(page: RecordPage) {
	const number = page.number?.printed ?? '';
	const short = number.split('/')[0] ?? number;
	const name = nameOf({ kind: page.kind, number });
	const title = m.records_dialogTitle({ name, pages: page.file?.pages ?? 0 });
	const signer = page.signatures.find(({ isNext }) => isNext)?.name ?? '';
	const both = { title, signer };
	if (page.may.seal)
		return {
			...both,
			action: '?/seal',
			kicker: m.records_dialogSeal(),
			act: m.records_sealResolution({ number: short }),
			notice: m.records_dialogNoticeSeal()
		};
	const isMinutes = page.kind === 'minutes';
	return {
		...both,
		action: '?/signature',
		kicker: isMinutes ? m.records_dialogMinutes() : m.records_dialogResolution(),
		act: isMinutes ? m.records_signMinutes({ number: short }) : m.records_signResolution({ number: short }),
		notice: isMinutes ? m.records_dialogNoticeMinutes() : m.records_dialogNoticeResolution()
	};
}
