// Typesets in a thread of its own: compiling is synchronous and would hold up every request.
// A plain file beside its templates, so that the built application, the tests and the scripts all start the same one.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** @typedef {{ id: number, template: string, data: Uint8Array, qr: string | null, tagged: boolean, atSeconds: number }} Job */

/** @type {{ folder: string, fonts: string }} */
const { folder, fonts } = workerData;
const blobs = fs
	.readdirSync(fonts)
	.filter((file) => file.endsWith('.ttf'))
	.map((file) => fs.readFileSync(path.join(fonts, file)));
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: blobs }] });
const KEPT_DOCUMENTS = 2;

/** @param {import('@myriaddreamin/typst-ts-node-compiler').NodeError | null} found */
const said = (found) => (found ? JSON.stringify(found.shortDiagnostics) : '');

/** @param {Job} job */
function typeset({ template, data, qr, tagged, atSeconds }) {
	compiler.mapShadow(path.join(folder, 'data.json'), Buffer.from(data));
	if (qr !== null) compiler.mapShadow(path.join(folder, 'qr.svg'), Buffer.from(qr));
	const compiled = compiler.compile({ mainFilePath: path.join(folder, `${template}.typ`) });
	// a missing font or sign is only a warning to Typst: to us it is a page that says something else
	const wrong = said(compiled.takeError()) + said(compiled.takeWarnings());
	const document = compiled.result;
	if (!document || wrong) throw new Error(`the page could not be typeset: ${wrong}`);
	const pdf = compiler.pdf(document, {
		pdfStandard: /** @type {never} */ (tagged ? 'a-3a' : 'a-3b'),
		pdfTags: tagged,
		creationTimestamp: atSeconds
	});
	const [slots] = compiler.query(document, { selector: '<slots>', field: 'value' });
	compiler.evictCache(KEPT_DOCUMENTS);
	return { pdf: new Uint8Array(pdf), pages: document.numOfPages, slots: slots ?? [] };
}

parentPort?.on('message', (/** @type {Job} */ job) => {
	try {
		parentPort?.postMessage({ id: job.id, done: typeset(job) });
	} catch (error) {
		parentPort?.postMessage({ id: job.id, failed: error instanceof Error ? error.message : String(error) });
	}
});
