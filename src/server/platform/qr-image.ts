import { toString } from 'qrcode';

/** A QR code as SVG, black on white. Level M: it survives a fold and a stamp on paper. */
export const qrSvg = (content: string): Promise<string> =>
	toString(content, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 });
