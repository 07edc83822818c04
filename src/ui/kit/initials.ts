/** The first letters of the last two words: a Vietnamese given name is at the end, often of two words. */
export const initialsOf = (name: string) =>
	name
		.trim()
		.split(/\s+/)
		.slice(-2)
		.map((word) => [...word.normalize('NFC')][0]?.toLocaleUpperCase('vi') ?? '')
		.join('');
