// How a person is named and spoken to. Vietnamese names are compared in one spelling (NFC): keyboards send both.

/** From the person's profile; null: *đại biểu*, never a guess. */
export const formsOfAddress = ['ong', 'ba', 'dongChi'] as const;
export type FormOfAddress = (typeof formsOfAddress)[number];
export const genders = ['male', 'female'] as const;
export type Gender = (typeof genders)[number];

export const longestName = 200;

/** A name as it is stored: NFC, single spaces, none at the ends. */
export const nameOf = (typed: string) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A sign-in name as it is compared: as above, in small letters. */
export const signInNameOf = (typed: string) => nameOf(typed).toLowerCase();

/** What one calls somebody by: the last two words, *Thị* left out: Đặng Thị Kim Liên is *Kim Liên*. */
export function shortNameOf(name: string): string {
	const words = name.split(' ');
	const last = words.at(-1) ?? name;
	const middle = words.length > 2 ? words.at(-2) : undefined;
	return middle && middle !== 'Thị' ? `${middle} ${last}` : last;
}

/** Two letters for the round mark: Đặng Thị Kim Liên is KL, Hà Thị Tâm is HT. */
export function initialsOf(name: string): string {
	const words = name.split(' ').filter((word) => word !== 'Thị');
	return words
		.slice(-2)
		.map((word) => word.charAt(0).toUpperCase())
		.join('');
}
