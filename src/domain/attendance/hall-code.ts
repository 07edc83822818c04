// The code on the hall screen: it changes every ten seconds, so that a picture of it soon opens nothing.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#lib/hash.ts';
import type { Instant } from '#lib/time.ts';
import type { SittingId } from '../journal/ids.ts';

/** Thirty signs that nobody confuses: no 0 O 1 I S B. */
export const codeSigns = '23456789ACDEFGHJKLMNPQRTUVWXYZ';
export const codeLength = 8;
export const slotMs = 10_000;
/** A picture is good in its slot and the one after; who types gets a minute. */
const goodFor = { qr: 1, code: 6 } as const;

export const slotOf = (at: Instant): number => Math.floor(at / slotMs);

/** The eight signs of a slot, from the sitting's secret. */
export function hallCode(secret: string, sitting: SittingId, slot: number): string {
	const bytes = hmac(sha256, utf8(secret), utf8(`${sitting} ${slot}`));
	return Array.from(bytes.slice(0, codeLength), (byte) => codeSigns[byte % codeSigns.length]).join('');
}

/** As somebody types it: any case, with spaces or a hyphen. */
export const codeTyped = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

/** Whether a code is the sitting's now: as a picture of this slot and the one before, typed of the six before too. */
export function isHallCode(
	code: string,
	{ secret, sitting, at, way }: { secret: string; sitting: SittingId; at: Instant; way: keyof typeof goodFor }
): boolean {
	const now = slotOf(at);
	for (let back = 0; back <= goodFor[way]; back++)
		if (hallCode(secret, sitting, now - back) === codeTyped(code)) return true;
	return false;
}
