import { m } from '#i18n/messages/messages.js';

/** Seconds as they are read: `48 giây`, from a minute on `1 phút 30 giây`. */
export function inWords(seconds: number): string {
	if (seconds <= 60) return m.accounts_seconds({ count: seconds });
	return m.accounts_minutes({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
