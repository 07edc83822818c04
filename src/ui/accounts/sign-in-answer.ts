import { m } from '#i18n/messages/messages.js';
import type { Refusal } from '#lib/result.ts';

/** What the server answered to a try, and its time then: how long to wait is the difference, whatever our own clock says. */
export type Answer = { readonly name: string; readonly refusal: Refusal; readonly at: number };
export type Wait = { readonly ms: number; readonly reason: string };

/** The wait that a refusal tells of, or null. */
export function waitOf({ refusal, at }: Pick<Answer, 'refusal' | 'at'>): Wait | null {
	if (refusal.code !== 'mustWait') return null;
	const facts = new Map<string, unknown>(Object.entries(refusal));
	const [until, failures] = [Number(facts.get('until')), Number(facts.get('failures'))];
	const reason = failures > 0 ? m.accounts_waitReason({ failures }) : m.accounts_waitDevice();
	return { ms: Math.max(0, until - at), reason };
}

/** What is wrong with which field, where something was left out or is too long. */
export function wrongIn({ refusal }: Pick<Answer, 'refusal'>): { name?: string; password?: string } {
	if (refusal.code !== 'inputInvalid' || !('fields' in refusal)) return {};
	const fields = new Map<string, unknown>(Object.entries(refusal.fields ?? {}));
	const [name, password] = [fields.get('name'), fields.get('password')];
	return {
		...(name ? { name: name === 'max_length' ? m.accounts_nameTooLong() : m.accounts_nameMissing() } : {}),
		...(password
			? {
					password: password === 'max_length' ? m.accounts_passwordTooLong() : m.accounts_passwordMissing()
				}
			: {})
	};
}
