// The code of a record, printed beside its QR (glossary 109). What comes before the last part is readable and proves
// nothing; the last part cannot be guessed.

/** Thirty signs that are not mistaken for one another on paper: without 0 O 1 I S B. */
const SIGNS = '23456789ACDEFGHJKLMNPQRTUVWXYZ';
const LENGTH = 10;
/** Bytes below this are shared evenly among the signs; others are passed over, so that no sign is likelier. */
const EVEN = 240;

/** `MG-NQ-58-2026-7K4M92QDTX`: 49 bits of chance in its last part. `chance` has to hold enough bytes; 32 always do. */
export function recordCode(readable: readonly string[], chance: Uint8Array): string {
	const signs = [...chance].filter((byte) => byte < EVEN).map((byte) => SIGNS[byte % SIGNS.length]);
	if (signs.length < LENGTH) throw new Error('a record code needs more bytes of chance');
	return [...readable, signs.slice(0, LENGTH).join('')].join('-');
}

/** A typed code as it is stored: capitals, no spaces, plain hyphens. */
export function typedCode(typed: string): string {
	return typed
		.normalize('NFC')
		.trim()
		.toUpperCase()
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, '');
}

/** Whether it can be a record's code at all: asked before anything is looked up. */
export const isRecordCode = (code: string) =>
	new RegExp(`^[A-Z0-9]+(-[A-Z0-9]+)*-[${SIGNS}]{${LENGTH}}$`).test(code);
