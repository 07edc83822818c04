// Reads QR codes beside the page, so that its picture never stops. The reader's program comes from our own origin.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

addEventListener('message', async ({ data }: MessageEvent<ImageData>) => {
	const [found] = await readBarcodes(data, {
		formats: ['QRCode'],
		maxNumberOfSymbols: 1,
		tryHarder: true,
		tryRotate: true,
		tryInvert: true
	});
	postMessage(found?.isValid ? found.text : null);
});
