import type { Audience } from '#domain/live/audience.ts';

const screens: readonly (readonly [string, Audience])[] = [
	['/(live)/console', 'secretariat'],
	['/(live)/chair', 'chair'],
	['/(live)/point', 'point'],
	['/(live)/room', 'secretariat']
];

/** The audience for which a screen is made; null for one that serves several. */
export const audienceOfScreen = (route: string): Audience | null =>
	screens.find(([end]) => route.endsWith(end))?.[1] ?? null;

/** What delegates have: whoever also presides or keeps the console is a delegate there. */
export const ratherOnScreen: Audience = 'delegate';
