// What anybody may ask without an account: what the public page trusts, and a complete record under its code.
import { and, eq } from 'drizzle-orm';
import { isRecordCode, typedCode } from '#domain/records/record-code.ts';
import { transaction } from '#server/platform/db.ts';
import { publicAddress } from '#server/platform/public-address.ts';
import { keys } from './home.ts';
import { fileNameOf, fileOf } from './queries.ts';
import { records } from './tables.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** What the page needs to check a file by itself. No authority is recognised until the operator names one. */
export async function verifyPage(code: string | null) {
	const home = keys();
	const [root, revoked] = [await home.root(), await home.revoked()];
	return {
		address: publicAddress(),
		code: code === null ? null : typedCode(code),
		trust: { recognised: [], trial: [base64(root)], revoked: [base64(revoked)] }
	};
}

/** The file of a complete record; null where the code is unknown, or the record not complete: both read the same. */
export async function completeFile(typed: string): Promise<{ bytes: Uint8Array; name: string } | null> {
	const code = typedCode(typed);
	if (!isRecordCode(code)) return null;
	return transaction(null, async (tx) => {
		const [row] = await tx
			.select()
			.from(records)
			.where(and(eq(records.code, code), eq(records.state, 'complete')));
		const bytes = row ? await fileOf(tx, row.id, row.file) : null;
		return bytes && row?.content ? { bytes, name: fileNameOf(row.content.number) } : null;
	});
}
