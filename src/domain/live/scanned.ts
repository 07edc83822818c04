// What the text in a picture is, before anything is done about it. Only two forms of address of our own are followed, and
// never as an address: what they hold is asked of the server.
import { isHandle, shortCodeTyped } from './handle.ts';

export type Scanned =
	/** A handle, or the eight signs of a sheet or of the hall screen. `way` is how the hall code was read. */
	| { readonly kind: 'code'; readonly code: string; readonly way: 'qr' | 'code' }
	/** Our own address, but of something that is not opened by scanning. */
	| { readonly kind: 'otherPage'; readonly host: string }
	| { readonly kind: 'foreign'; readonly host: string }
	/** An address that is no page: `javascript:`, `data:`, a telephone number. */
	| { readonly kind: 'noPage'; readonly scheme: string }
	| { readonly kind: 'text' }
	| { readonly kind: 'nothing' };

const most = 2_000;
/** `new URL` drops tabs and line ends: what is written in several lines, or from the right, is no address of ours. */
const oneAddress = /^[a-z][a-z0-9+.-]*:[^\s\p{C}]+$/iu;
const followed = /^\/([qc])\/([A-Za-z0-9_-]+)$/;

/** What a text is that was scanned. `own` are the origins under which this product is known. */
export function scannedOf(text: string, own: readonly string[]): Scanned {
	const said = text.trim();
	if (said === '') return { kind: 'nothing' };
	const signs = shortCodeTyped(said);
	if (signs) return { kind: 'code', code: signs, way: 'code' };
	if (said.length > most || !oneAddress.test(said) || !URL.canParse(said)) return { kind: 'text' };
	const url = new URL(said);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		return { kind: 'noPage', scheme: url.protocol.slice(0, -1) };
	if (!own.includes(url.origin) || url.username !== '' || url.password !== '')
		return { kind: 'foreign', host: url.host };
	return codeIn(url) ?? { kind: 'otherPage', host: url.host };
}

function codeIn({ pathname, search, hash }: URL): Scanned | null {
	const [, kind, code = ''] = followed.exec(pathname) ?? [];
	if (search !== '' || hash !== '') return null;
	const signs = shortCodeTyped(code);
	if (signs === code) return { kind: 'code', code, way: 'qr' };
	return kind === 'q' && isHandle(code) ? { kind: 'code', code, way: 'qr' } : null;
}
