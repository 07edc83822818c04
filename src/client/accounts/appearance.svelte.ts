import { textCookie, textSizeOf, themeCookie, themeOf, type TextSize, type Theme } from '#lib/appearance.ts';

const year = 60 * 60 * 24 * 365;

function keep(cookie: string, value: string | null) {
	const secure = location.protocol === 'https:' ? '; secure' : '';
	const age = value ? year : 0;
	document.cookie = `${cookie}=${value ?? ''}; path=/; max-age=${age}; samesite=lax${secure}`;
}

function mark(attribute: 'theme' | 'text', value: string | null) {
	if (value) document.documentElement.dataset[attribute] = value;
	else delete document.documentElement.dataset[attribute];
}

/** Theme and text size as chosen on this device. Read from `<html>`, where the server wrote them. */
export class Appearance {
	#theme = $state<Theme>(null);
	#text = $state<TextSize>(null);

	constructor() {
		if (typeof document === 'undefined') return;
		this.#theme = themeOf(document.documentElement.dataset.theme);
		this.#text = textSizeOf(document.documentElement.dataset.text);
	}
	get theme() {
		return this.#theme;
	}
	get text() {
		return this.#text;
	}
	chooseTheme(theme: Theme) {
		this.#theme = theme;
		mark('theme', theme);
		keep(themeCookie, theme);
	}
	chooseText(text: TextSize) {
		this.#text = text;
		mark('text', text);
		keep(textCookie, text);
	}
}
