import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PdfPages from '#ui/kit/PdfPages.svelte';
import { smallPdf } from '../../support/small-pdf.ts';

const lines = Array.from({ length: 12 }, (_, at) => `Sheet ${at + 1}`);
const sheet = (number: number) => page.getByRole('region', { name: `Trang ${number} trên 12` });
const hasInk = (canvas: HTMLCanvasElement | null) => {
	const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
	return pixels.some((value, at) => at % 4 === 0 && value < 100 && pixels[at + 3] === 255);
};

describe('a document as pages', () => {
	beforeEach(() => window.scrollTo(0, 0));

	test('is drawn, and its text can be read', async () => {
		const oncount = vi.fn();
		await render(PdfPages, { from: smallPdf(lines), label: 'Tờ trình', oncount });

		await expect.element(sheet(1).getByText('Sheet 1')).toBeInTheDocument();
		await expect.poll(() => hasInk(sheet(1).element().querySelector('canvas'))).toBe(true);
		expect(oncount).toHaveBeenCalledExactlyOnceWith(12);
	});

	test('only pages near the window are drawn', async () => {
		await render(PdfPages, { from: smallPdf(lines), label: 'Tờ trình' });
		await expect.element(sheet(1).getByText('Sheet 1')).toBeInTheDocument();

		expect(sheet(12).element().querySelector('canvas')).toBeNull();
		sheet(12).element().scrollIntoView();

		await expect.element(sheet(12).getByText('Sheet 12')).toBeInTheDocument();
		await expect.poll(() => sheet(1).element().querySelector('canvas')).toBeNull();
	});

	test('bytes stay with whoever gave them', async () => {
		const bytes = smallPdf(lines);
		await render(PdfPages, { from: bytes, label: 'Tờ trình' });
		await expect.element(sheet(1).getByText('Sheet 1')).toBeInTheDocument();

		expect(bytes).toEqual(smallPdf(lines));
	});

	test('what is no PDF says what did not happen and offers another try', async () => {
		await render(PdfPages, { from: new TextEncoder().encode('không phải PDF'), label: 'Tờ trình' });

		await expect.element(page.getByRole('heading', { name: 'Chưa mở được tài liệu' })).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Thử lại' })).toBeVisible();
	});
});
