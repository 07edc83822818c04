// Opens a PDF in a thread of its own, as a reader will: a file made to hold up a program holds up nothing but this.
// A plain file, so that the built application, the tests and the scripts all start the same one.
import fs from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @param {string} file */
async function opened(file) {
	const data = new Uint8Array(await fs.readFile(file));
	const pdf = await getDocument({
		data,
		verbosity: VerbosityLevel.ERRORS,
		enableXfa: false,
		useSystemFonts: false
	}).promise;
	await pdf.getPage(1);
	await pdf.getPage(pdf.numPages);
	return { pages: pdf.numPages };
}

/** @param {unknown} error */
const named = (error) => ({ failed: error instanceof Error ? error.name : 'unknown' });

parentPort?.postMessage(await opened(workerData.file).catch(named));
