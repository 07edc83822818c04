const most = 300;

/** A title to begin with, from the name of a file: without its ending, in the signs that people type. */
export const titleOfFile = (name: string): string =>
	name
		.normalize('NFC')
		.replace(/\.pdf$/i, '')
		.replace(/[_\s]+/g, ' ')
		.trim()
		.slice(0, most);
