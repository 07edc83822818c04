// QR codes as a printer, a wall and a camera have them: pages of a PDF read again, pictures made into a camera's clip.
import { expect, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = path.resolve('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
const wasmBinary = new Uint8Array(fs.readFileSync(wasm)).buffer;
prepareZXingModule({ overrides: { wasmBinary } });

/** What the QR codes in a picture hold. */
export async function codesIn(png: Uint8Array): Promise<readonly string[]> {
	const found = await readBarcodes(png, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 0 });
	return found.map(({ text }) => text);
}

export type Printed = { readonly text: string; readonly pages: readonly (readonly string[])[] };
/** A printed PDF: its text, and the codes on each of its pages. */
export async function printed(pdf: Uint8Array): Promise<Printed> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-printed-'));
	const file = path.join(folder, 'sheet.pdf');
	fs.writeFileSync(file, pdf);
	execFileSync('pdftoppm', ['-r', '110', '-png', file, path.join(folder, 'page')]);
	const pictures = fs.readdirSync(folder).filter((name) => name.endsWith('.png'));
	const pages = pictures.toSorted().map((name) => codesIn(fs.readFileSync(path.join(folder, name))));
	const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
	const read: Printed = { text, pages: await Promise.all(pages) };
	fs.rmSync(folder, { recursive: true });
	return read;
}

const clip = { width: 1280, height: 720 };
type Film = {
	readonly png: Uint8Array;
	readonly file: string;
	readonly sharp?: boolean;
	readonly size?: number;
};
/** Makes a camera's clip out of a picture: two frames of raw video that a browser shows again and again. */
export async function filmed(page: Page, { png, file, sharp = true, size = 1 }: Film): Promise<void> {
	const picture = { png: Buffer.from(png).toString('base64'), blur: sharp ? 0 : 12, size, ...clip };
	const frame = Buffer.from(await page.evaluate(frameOf, picture), 'base64');
	const head = `YUV4MPEG2 W${clip.width} H${clip.height} F10:1 Ip A1:1 C420jpeg\n`;
	const frames = [frame, frame].flatMap((one) => [Buffer.from('FRAME\n'), one]);
	fs.writeFileSync(file, Buffer.concat([Buffer.from(head), ...frames]));
}

type Picture = {
	readonly png: string;
	readonly blur: number;
	readonly size: number;
	readonly width: number;
	readonly height: number;
};
/** Runs in a page: the picture in the middle of a dark frame, as brightness of each point and colour of each four. */
async function frameOf({ png, blur, size, width, height }: Picture) {
	const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
	const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
	const pen = new OffscreenCanvas(width, height).getContext('2d');
	if (!pen) throw new Error('a page can draw');
	pen.fillStyle = '#3a332c';
	pen.fillRect(0, 0, width, height);
	pen.filter = `blur(${blur}px)`;
	const scale = size * Math.min(width / picture.width, height / picture.height);
	const [w, h] = [picture.width * scale, picture.height * scale];
	pen.drawImage(picture, (width - w) / 2, (height - h) / 2 - 60 * (1 - size), w, h);
	const { data } = pen.getImageData(0, 0, width, height);
	const [points, quarter] = [width * height, (width * height) / 4];
	const frame = new Uint8Array(points + 2 * quarter);
	const at = (i: number) => [data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0] as const;
	for (let i = 0; i < points; i++) {
		const [r, g, b] = at(i);
		frame[i] = 0.299 * r + 0.587 * g + 0.114 * b;
	}
	for (let i = 0; i < quarter; i++) {
		const [x, y] = [(i % (width / 2)) * 2, Math.floor(i / (width / 2)) * 2];
		const [r, g, b] = at(y * width + x);
		frame[points + i] = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
		frame[points + quarter + i] = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
	}
	let text = '';
	for (let i = 0; i < frame.length; i += 8_192) text += String.fromCharCode(...frame.subarray(i, i + 8_192));
	return btoa(text);
}

/** Films the wall's check-in code as soon as it has changed, so that it holds while it is scanned. */
export async function filmedWall(wall: Page, file: string): Promise<void> {
	const code = wall.locator('.codes .code');
	const picture = wall.getByRole('img', { name: 'Mã QR điểm danh' });
	const old = await code.textContent();
	await expect(code).not.toHaveText(old ?? '', { timeout: 15_000 });
	const { x, y, width, height } = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
	const margin = width / 10;
	const around = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
	await filmed(wall, { png: await wall.screenshot({ clip: around }), file, size: 0.6 });
}
