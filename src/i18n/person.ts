import type { Called } from '#domain/meetings/roster.ts';
import { m } from './messages/messages.js';

type Named = Pick<Called, 'name' | 'address'>;

/** With the form of address of the person: *ông Đỗ Hữu Cường*; without it the name alone. In a record always in Vietnamese. */
export function addressed({ name, address }: Named, locale?: 'vi'): string {
	const language = locale ? { locale } : {};
	switch (address) {
		case 'ong':
			return m.meetings_addressOng({ name }, language);
		case 'ba':
			return m.meetings_addressBa({ name }, language);
		case 'dongChi':
			return m.meetings_addressDongChi({ name }, language);
		case null:
			return name;
	}
}
/** The word alone, as for *Ông chưa biểu quyết*; whoever has none is *đại biểu*. */
export function pronoun(address: Called['address']): string {
	switch (address) {
		case 'ong':
			return m.meetings_pronounOng();
		case 'ba':
			return m.meetings_pronounBa();
		case 'dongChi':
			return m.meetings_pronounDongChi();
		case null:
			return m.meetings_pronounDelegate();
	}
}
/** A sentence begins with it. */
export const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
