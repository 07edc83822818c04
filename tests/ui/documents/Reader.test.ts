import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PaperId, PersonId } from '#domain/journal/ids.ts';
import Reader from '#ui/documents/Reader.svelte';
import { smallPdf } from '../../support/small-pdf.ts';

const id = '01a20e58-9af7-79e7-8823-0fa1e4760131';
const [paper, toan, vinh] = [id as PaperId, `${id}a` as PersonId, `${id}b` as PersonId];
const place = { title: 'Dự toán', subtitle: '313/TTr-UBND', back: '/', backTo: 'Kỳ họp', others: [] };
const sheet = (number: number, count: number) =>
	page.getByRole('region', { name: `Trang ${number} trên ${count}`, exact: true });
const number = page.getByRole('textbox', { name: 'Số trang' });

type At = { readonly person?: PersonId; readonly version?: number };
async function opened(pdf: Uint8Array, { person = toan, version = 1 }: At = {}) {
	const blob = new Blob([new Uint8Array(pdf)], { type: 'application/pdf' });
	const address = URL.createObjectURL(blob);
	onTestFinished(() => URL.revokeObjectURL(address));
	const onagain = vi.fn();
	const at = { person, paper, version };
	const shown = await render(Reader, {
		at,
		address,
		place: { ...place, hrefOf: () => '/' },
		onagain
	});
	return { ...shown, onagain };
}
/** A paper whose first page is there, and whose pages have the keys. */
async function read(pdf: Uint8Array, count: number, at: At = {}) {
	const shown = await opened(pdf, at);
	await expect.poll(() => document.querySelector('[data-drawn]'), patience).not.toBeNull();
	expect(document.querySelectorAll('.leaf')).toHaveLength(count);
	stage().focus({ preventScroll: true });
	return shown;
}
const sheets = (count: number) => Array.from({ length: count }, (_, at) => `Sheet ${at + 1}`);
const patience = { timeout: 20_000 };
const stage = () => page.getByRole('region', { name: 'Các trang của tài liệu' }).element();

beforeEach(() => localStorage.clear());

describe('a paper of 500 pages', () => {
	test('is drawn where it is read and nowhere else, and any page is a number away', async () => {
		const { container } = await read(smallPdf(sheets(500)), 500);

		await number.fill('433');
		await userEvent.keyboard('{Enter}');

		await expect.element(sheet(433, 500).getByText('Sheet 433')).toBeInTheDocument();
		await expect.poll(() => sheet(1, 500).element().querySelector('canvas')).toBeNull();
		await expect.poll(() => container.querySelectorAll('.leaf canvas').length).toBeLessThan(5);
		expect(container.querySelectorAll('.thumb canvas').length).toBeLessThan(20);
		await expect.element(number).toHaveValue('433');
	});

	test('is searched to its end, and the first place from here on is taken', async () => {
		await read(smallPdf(sheets(500)), 500);

		await userEvent.keyboard('{Control>}f{/Control}');
		await page.getByRole('searchbox').fill('"sheet 499"');

		await expect.element(page.getByText('1 chỗ trong 1 trang.')).toBeVisible();
		await expect.element(sheet(499, 500).getByRole('mark')).toHaveTextContent('Sheet 499');
		await expect.element(number).toHaveValue('499');
	});
});

describe('keys', () => {
	test('turn pages, and are letters in a field', async () => {
		await read(smallPdf(sheets(12)), 12);

		await userEvent.keyboard('{ArrowRight}{ArrowRight}');
		await expect.element(number).toHaveValue('3');
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(number).toHaveValue('2');
		await userEvent.keyboard('{End}');
		await expect.element(number).toHaveValue('12');
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(number).toHaveValue('11');
		await userEvent.keyboard('{Home}');
		await expect.element(number).toHaveValue('1');

		await userEvent.keyboard('/');
		await userEvent.type(page.getByRole('searchbox'), '0-+');
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(number).toHaveValue('1');
		await userEvent.keyboard('{Escape}');
		await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
	});

	test('do nothing while something lies over the page', async () => {
		const { container } = await read(smallPdf(sheets(3)), 3);

		container.inert = true;
		await userEvent.keyboard('{ArrowRight}');

		expect(container.querySelector('input')?.value).toBe('1');
	});

	test('make it larger and smaller, and what is read stays in the window', async () => {
		await read(smallPdf(sheets(12)), 12);
		await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
		const width = sheet(4, 12).element().clientWidth;

		await userEvent.keyboard('+');
		await expect.poll(() => sheet(4, 12).element().clientWidth).toBeCloseTo(width * 1.25, -1);
		await expect.element(number).toHaveValue('4');
		await userEvent.keyboard('--');
		await expect.poll(() => sheet(4, 12).element().clientWidth).toBeCloseTo(width * 0.75, -1);
		await userEvent.keyboard('0');
		await expect.poll(() => sheet(4, 12).element().clientWidth).toBe(width);
		await expect.element(number).toHaveValue('4');
	});

	test('Ctrl with the wheel makes the pages larger, not the product', async () => {
		await read(smallPdf(sheets(3)), 3);
		const width = sheet(1, 3).element().clientWidth;

		const wheel = new WheelEvent('wheel', { deltaY: -200, ctrlKey: true, cancelable: true, bubbles: true });
		stage().dispatchEvent(wheel);

		expect(wheel.defaultPrevented).toBe(true);
		await expect.poll(() => sheet(1, 3).element().clientWidth).toBeGreaterThan(width * 1.3);
	});
});

describe('a reader who comes back', () => {
	test('finds the page and the line where he was; another person and another version begin anew', async () => {
		const first = await read(smallPdf(sheets(12)), 12);
		await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
		stage().scrollTop += 77;
		await expect.poll(() => localStorage.length).toBe(1);
		const before = stage().scrollTop;
		await first.unmount();

		const again = await opened(smallPdf(sheets(12)));
		await expect.element(sheet(5, 12).getByText('Sheet 5')).toBeInTheDocument();
		await expect.poll(() => Math.abs(stage().scrollTop - before)).toBeLessThan(2);
		await again.unmount();

		const other = await opened(smallPdf(sheets(12)), { person: vinh });
		await expect.element(number).toHaveValue('1');
		await other.unmount();
		await opened(smallPdf(sheets(12)), { version: 2 });
		await expect.element(number).toHaveValue('1');
	});

	test('of a paper that has fewer pages now stands at its last', async () => {
		const first = await read(smallPdf(sheets(12)), 12);
		await userEvent.keyboard('{End}');
		await expect.element(number).toHaveValue('12');
		await first.unmount();

		await opened(smallPdf(sheets(3)));

		await expect.element(number).toHaveValue('3');
	});
});

describe('what cannot be opened', () => {
	test('says that the file is broken, and offers another try', async () => {
		const { onagain } = await opened(new TextEncoder().encode('%PDF-1.7 và không có gì'));

		await expect.element(page.getByRole('heading', { name: 'Chưa mở được tài liệu' })).toBeVisible();
		await page.getByRole('button', { name: 'Thử lại' }).click();
		expect(onagain).toHaveBeenCalledOnce();
	});
});
