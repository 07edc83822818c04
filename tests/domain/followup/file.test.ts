import { expect, test } from 'vitest';
import { typeOfFile } from '#domain/followup/file.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
	['%PDF-1.7', 'application/pdf'],
	['\xff\xd8\xff\xe0', 'image/jpeg'],
	['\x89PNG\r\n\x1a\n', 'image/png']
])('%j begins a file of its type', (first, type) => {
	expect(typeOfFile(bytes(first))).toBe(type);
});

test.each(['<svg xmlns', '<html>', 'MZ', '', '%PD', 'GIF89a', ' %PDF-1.7'])('%j begins none', (first) => {
	expect(typeOfFile(bytes(first))).toBeNull();
});
