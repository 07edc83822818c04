// What a later revision may do to a signed file: fill an empty signature field, and add evidence. Nothing else.
import { isName, Ref, sameObject, type Dict, type Obj } from './object.ts';
import { NotReadable } from './object.ts';
import { Pdf, type Place } from './pdf.ts';
import { endsARevision } from './signatures.ts';

/** In the catalog: certificates and lists for the long term, and the extension that announces them. */
const EVIDENCE = ['DSS', 'Extensions'];
const FILLED = ['V', 'AP'];

/** Whether all that was added behind a signature's revision, up to `to`, is of the allowed kind. */
export function onlyAllowedAdded(bytes: Uint8Array, from: number, to: number): boolean {
	if (from === to) return true;
	try {
		const before = new Pdf(bytes.subarray(0, from));
		const after = new Pdf(bytes.subarray(0, to));
		return (
			endsARevision(bytes, to) &&
			continues(before, after) &&
			changedIn(before, after).every((num) => isAllowed(before, after, num))
		);
	} catch (error) {
		if (error instanceof NotReadable) return false;
		throw error;
	}
}

/** The later file is built on the earlier one, table upon table, and has the same catalog. */
function continues(before: Pdf, after: Pdf): boolean {
	const at = after.sections.findIndex((section) => section.offset === before.newest.offset);
	return at > 0 && after.rootRef.num === before.rootRef.num;
}

/** The numbers whose object is another one now; a number that stood empty inside the old range counts too. */
function changedIn(before: Pdf, after: Pdf): number[] {
	const known = Math.max(before.size, Number(before.trailer.get('Size') ?? 0));
	return [...new Set([...before.places.keys(), ...after.places.keys()])].filter((num) => {
		const [was, is] = [before.places.get(num), after.places.get(num)];
		return (
			num < known && !samePlace(was, is) && !sameObject(before.get(new Ref(num)), after.get(new Ref(num)))
		);
	});
}
function samePlace(a: Place | undefined, b: Place | undefined): boolean {
	if (a?.in === 'file') return b?.in === 'file' && a.offset === b.offset;
	return a?.in === 'stream' && b?.in === 'stream' && a.stream === b.stream && a.index === b.index;
}

function isAllowed(before: Pdf, after: Pdf, num: number): boolean {
	const [was, is] = [before.get(new Ref(num)), after.get(new Ref(num))];
	if (!(was instanceof Map) || !(is instanceof Map)) return false;
	const keys = keysChanged(was, is);
	if (num === before.rootRef.num) return keys.every((key) => EVIDENCE.includes(key));
	return isEmptyField(before, new Ref(num), was) && keys.every((key) => FILLED.includes(key));
}
function keysChanged(was: Dict, is: Dict): string[] {
	return [...new Set([...was.keys(), ...is.keys()])].filter((key) => !sameObject(was.get(key), is.get(key)));
}
function isEmptyField(before: Pdf, ref: Ref, field: Dict): boolean {
	const form: Obj = before.root.has('AcroForm') ? before.dict(before.root.get('AcroForm')) : null;
	const isField = form instanceof Map && before.list(form.get('Fields')).some((one) => sameObject(one, ref));
	return isField && isName(field.get('FT'), 'Sig') && !field.has('V');
}
