// How pages look to a person: kept in cookies, so that the server draws the page right the first time.
export const themes = ['light', 'dark'] as const;
export const textSizes = ['large', 'larger'] as const;
/** `null` is the device's theme and the middle size. */
export type Theme = (typeof themes)[number] | null;
export type TextSize = (typeof textSizes)[number] | null;

export const themeCookie = 'theme';
export const textCookie = 'text-size';

/** The theme of that name, or null. */
export const themeOf = (name: string | undefined): Theme => themes.find((theme) => theme === name) ?? null;
/** The text size of that name, or null. */
export const textSizeOf = (name: string | undefined): TextSize =>
	textSizes.find((size) => size === name) ?? null;

/** The attributes of `<html>` for what was chosen; what is not one of ours is left out. */
export function appearanceAttributes(theme: string | undefined, text: string | undefined): string {
	const chosen = [
		['data-theme', themeOf(theme)],
		['data-text', textSizeOf(text)]
	];
	return chosen.flatMap(([name, value]) => (value ? [` ${name}="${value}"`] : [])).join('');
}
