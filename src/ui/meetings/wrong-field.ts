import type { Refusal } from '#lib/result.ts';

/** Whether a field is among those that a refusal of the input names. */
export function isWrong(refusal: Refusal | undefined | null, field: string): boolean {
	if (refusal?.code !== 'inputInvalid' || !('fields' in refusal)) return false;
	const { fields } = refusal;
	if (typeof fields !== 'object' || fields === null) return false;
	return Object.keys(fields).some((name) => name === field || name.startsWith(`${field}.`));
}
