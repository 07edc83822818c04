// What somebody types into the running notes: a note, or after a sign what else it is.
export type Typed =
	| { readonly kind: 'note' | 'opinion'; readonly text: string }
	| { readonly kind: 'conclusion'; readonly text: string }
	| { readonly kind: 'unknown'; readonly sign: string };

/** `/y text` is an opinion, `/k text` begins a conclusion; a text that only begins with a slash is asked about. */
export function typedAs(written: string): Typed {
	const text = written.trim();
	const sign = /^\/(\S*)\s*/.exec(text);
	if (!sign) return { kind: 'note', text };
	const rest = text.slice(sign[0].length);
	switch (sign[1]?.toLowerCase()) {
		case 'y':
			return { kind: 'opinion', text: rest };
		case 'k':
			return { kind: 'conclusion', text: rest };
		default:
			return { kind: 'unknown', sign: sign[0].trim() };
	}
}
