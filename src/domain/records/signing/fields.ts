// Before the first signature: all that the file's structure will ever hold is put in. Later revisions only fill fields.
import { latin } from '#lib/bytes.ts';
import { utf8 } from '#lib/hash.ts';
import { contentOf, packed, unpacked } from '../pdf/filter.ts';
import { dict, name, NotReadable, Ref, textOf, textString, type Dict, type Obj } from '../pdf/object.ts';
import { Pdf } from '../pdf/pdf.ts';
import { compacted, Update } from '../pdf/writer.ts';

/** An empty place for a signature. `page` counts from 0; `box` is left, bottom, right, top in points. */
export type Field = {
	readonly name: string;
	readonly label: string;
	readonly page: number;
	readonly box: readonly [number, number, number, number];
};
/** Prints with the page; its place and size cannot be changed. */
const PRINT_AND_LOCKED = 132;

/** The typeset file as PDF/A-3a *and* PDF/UA-1, with its empty signature fields, packed. Nothing may be signed yet. */
export function prepared(typeset: Uint8Array, fields: readonly Field[]): Uint8Array {
	const pdf = new Pdf(compacted(new Pdf(typeset)));
	const update = new Update(pdf);
	identify(update);
	if (fields.length > 0) addFields(update, fields);
	return compacted(new Pdf(update.bytes()));
}

/** Names PDF/UA-1 beside PDF/A-3a: the typesetter tags for both, but writes only one mark. */
function identify(update: Update): void {
	const { pdf } = update;
	const root = update.edit(pdf.rootRef);
	const preferences = root.has('ViewerPreferences')
		? pdf.dict(root.get('ViewerPreferences'))
		: new Map<string, Obj>();
	root.set('ViewerPreferences', new Map<string, Obj>(preferences).set('DisplayDocTitle', true));
	const metadata = root.get('Metadata');
	if (!(metadata instanceof Ref)) throw new NotReadable('the typeset file has no metadata');
	const text = new TextDecoder().decode(contentOf(pdf.stream(metadata)));
	update.set(metadata, unpacked({ Type: name('Metadata'), Subtype: name('XML') }, utf8(withUa(text))));
}

const UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';
const UA_PROPERTY =
	'<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
	'<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>' +
	'<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li>';
const UA_SCHEMA =
	'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>' +
	`<pdfaSchema:namespaceURI>${UA_NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq>${UA_PROPERTY}</rdf:Seq></pdfaSchema:property></rdf:li>`;

function withUa(xmp: string): string {
	const bagEnd = '</rdf:Bag></pdfaExtension:schemas>';
	const part = '<pdfaid:part>';
	if (!xmp.includes(bagEnd) || !xmp.includes(part)) throw new NotReadable('the typeset file is not PDF/A');
	return xmp
		.replace(bagEnd, `${UA_SCHEMA}${bagEnd}`)
		.replace(part, `<pdfuaid:part xmlns:pdfuaid="${UA_NAMESPACE}">1</pdfuaid:part>${part}`);
}

/**
 * Validators that compare revisions accept a later signature only where this holds (`docs/decisions`, three rules):
 * `/K` of a field's structure element is the OBJR dictionary itself; `/Tabs /S` stands on every page that has or may
 * get a field, the first included; the empty appearance is already a packed stream.
 */
function addFields(update: Update, fields: readonly Field[]): void {
	const { pdf } = update;
	const pages = pdf.pages();
	const tree = structureOf(update);
	const widgets = fields.map((field) => {
		const page = pages[field.page];
		if (!page) throw new Error(`the field ${field.name} lies on page ${field.page}, which does not exist`);
		const key = tree.nextKey();
		const widget = update.add(widgetOf(update, field, { page, key }));
		const annotations = update.edit(page);
		annotations.set('Annots', [...pdf.list(annotations.get('Annots')), widget]);
		tree.add(key, { widget, page });
		return widget;
	});
	for (const page of new Set([pages[0], ...fields.map((field) => pages[field.page])]))
		if (page) update.edit(page).set('Tabs', name('S'));
	tree.close();
	const root = update.edit(pdf.rootRef);
	root.set('AcroForm', update.add(dict({ Fields: widgets, SigFlags: 3 })));
	const extension = dict({ Type: name('DeveloperExtensions'), BaseVersion: name('1.7'), ExtensionLevel: 1 });
	root.set('Extensions', dict({ ESIC: extension }));
}

function widgetOf(update: Update, field: Field, at: { readonly page: Ref; readonly key: number }): Dict {
	const [left, bottom, right, top] = field.box;
	const empty = packed(
		{
			Type: name('XObject'),
			Subtype: name('Form'),
			BBox: [0, 0, right - left, top - bottom],
			Resources: dict({})
		},
		latin('')
	);
	return dict({
		Type: name('Annot'),
		Subtype: name('Widget'),
		FT: name('Sig'),
		T: textString(field.name),
		TU: textString(field.label),
		F: PRINT_AND_LOCKED,
		Rect: [...field.box],
		P: at.page,
		AP: dict({ N: update.add(empty) }),
		StructParent: at.key
	});
}

/** The tree of tags, with room for the fields: each is a `Form` below the document's element. */
function structureOf(update: Update) {
	const { pdf } = update;
	const treeRef = pdf.root.get('StructTreeRoot');
	if (!(treeRef instanceof Ref)) throw new NotReadable('the typeset file has no tags');
	const tree = update.edit(treeRef);
	const documentRef = [...pdf.list(tree.get('K')), tree.get('K')].find((kid) => kid instanceof Ref);
	if (!documentRef) throw new NotReadable('the typeset file has no document element');
	const document = update.edit(documentRef);
	const below = pdf.get(document.get('K'));
	const kids: Obj[] = Array.isArray(below) ? [...below] : [document.get('K') ?? null];
	const parents = [...pdf.list(pdf.dict(tree.get('ParentTree')).get('Nums'))];
	const first = tree.get('ParentTreeNextKey');
	let next = typeof first === 'number' ? first : 0;
	return {
		nextKey: () => next++,
		add(key: number, { widget, page }: { readonly widget: Ref; readonly page: Ref }) {
			const reference = dict({ Type: name('OBJR'), Obj: widget, Pg: page });
			const tag = { Type: name('StructElem'), S: name('Form'), P: documentRef, Pg: page, K: reference };
			const ref = update.add(dict(tag));
			kids.push(ref);
			parents.push(key, ref);
		},
		close() {
			document.set('K', kids);
			tree.set('ParentTree', update.add(dict({ Nums: parents })));
			tree.set('ParentTreeNextKey', next);
		}
	};
}

/** The field of this name; throws where the file has none. */
export function fieldRef(pdf: Pdf, wanted: string): Ref {
	const form = pdf.dict(pdf.root.get('AcroForm'));
	const found = pdf
		.list(form.get('Fields'))
		.find((ref) => ref instanceof Ref && textOf(pdf.dict(ref).get('T')) === wanted);
	if (!(found instanceof Ref)) throw new Error(`the file has no field ${wanted}`);
	return found;
}

/** Width and height of a field, in points. */
export function sizeOfField(pdf: Pdf, wanted: string): { readonly width: number; readonly height: number } {
	const box = pdf
		.list(pdf.dict(fieldRef(pdf, wanted)).get('Rect'))
		.filter((side) => typeof side === 'number');
	const [left = 0, bottom = 0, right = 0, top = 0] = box;
	return { width: right - left, height: top - bottom };
}
