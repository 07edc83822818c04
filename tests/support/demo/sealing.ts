// Case A's records: the minutes 07/BB-HĐND and the one resolution that was carried, 12/2026/NQ-HĐND. None for NQ5.
import type { RecordId } from '#domain/journal/ids.ts';
import type { RecordPage } from '#domain/records/pages.ts';
import { draftRecords, submitRecord } from '#server/records/drafting.ts';
import { recordPage, recordsPage } from '#server/records/queries.ts';
import { numberRecord, openSeries, sealRecord, signRecord } from '#server/records/signing.ts';
import type { Session } from './session.ts';
import { minutes, type Stage } from './stage.ts';

/** Drafted from the journal, and the registers taken over from paper: six minutes, eleven normative resolutions. */
export async function draftSession(stage: Stage, { meeting }: Session): Promise<readonly RecordId[]> {
	const { records } = await stage.does('ha', draftRecords, { meeting });
	for (const record of records) {
		const { kind } = await stage.does('ha', recordPage, { meeting, record });
		await stage.does('nhan', openSeries, { meeting, record, last: kind === 'minutes' ? 6 : 11 });
	}
	return records;
}

const openedAs = (
	stage: Stage,
	signIn: string,
	{ meeting }: Session,
	record: RecordId
): Promise<RecordPage> => stage.does(signIn, recordPage, { meeting, record });

/** Each record handed in, numbered, signed by its signers in their order, the resolution sealed by the records clerk. */
export async function sealSession(
	stage: Stage,
	session: Session,
	records: readonly RecordId[]
): Promise<void> {
	const { meeting } = session;
	for (const record of records) {
		stage.at(stage.now + minutes / 2);
		const { version, kind } = await openedAs(stage, 'ha', session, record);
		await stage.does('ha', submitRecord, { meeting, record, version });
		await stage.does('nhan', numberRecord, { meeting, record, version });
		const signers = kind === 'minutes' ? ['db10', 'db01'] : ['db01'];
		for (const signIn of signers) {
			const { file } = await openedAs(stage, signIn, session, record);
			await stage.does(signIn, signRecord, { meeting, record, shown: file?.hash });
		}
		if (kind === 'minutes') continue;
		const { file } = await openedAs(stage, 'nhan', session, record);
		await stage.does('nhan', sealRecord, { meeting, record, shown: file?.hash });
	}
	const { state } = await stage.does('ha', recordsPage, { meeting });
	if (state !== 'sealed') throw new Error(`the session is sealed with its last signature, not ${state}`);
}
