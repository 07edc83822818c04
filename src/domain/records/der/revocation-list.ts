import type { Instant } from '#lib/time.ts';
import { below, NotDer, readDer, timeOf, type Node } from './read.ts';

/** An issuer's list of certificates taken back (RFC 5280, 5), with what is needed to check who signed it. */
export type RevocationList = {
	readonly signed: Uint8Array;
	readonly issuer: Uint8Array;
	readonly algorithm: Uint8Array;
	readonly signature: Uint8Array;
	readonly entries: readonly { readonly serial: Uint8Array; readonly since: Instant }[];
};

const SEQUENCE = 0x30;
const isTime = (node: Node) => node.tag === 0x17 || node.tag === 0x18;

/** Reads a list in DER; throws `NotDer` where it is none. Its signature is not checked here. */
export function readRevocationList(der: Uint8Array): RevocationList {
	const list = readDer(der);
	const body = below(list, 0);
	const skip = below(body, 0).tag === 0x02 ? 1 : 0;
	const times = body.kids.findIndex(isTime);
	if (times < 0) throw new NotDer('a list of certificates taken back has its date');
	const behind = body.kids.slice(times).find((node) => node.tag === SEQUENCE);
	return {
		signed: body.raw,
		issuer: below(body, skip + 1).raw,
		algorithm: below(list, 1).raw,
		signature: below(list, 2).body.subarray(1),
		entries: (behind?.kids ?? []).map((entry) => ({
			serial: below(entry, 0).body,
			since: timeOf(below(entry, 1))
		}))
	};
}
