import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import SortableList from '#ui/kit/SortableList.svelte';

type Item = { readonly id: string; readonly title: string };
const items: readonly Item[] = [
	{ id: 'opening', title: 'Khai mạc' },
	{ id: 'report', title: 'Báo cáo' },
	{ id: 'budget', title: 'Dự toán' }
];
const row = createRawSnippet<[Item]>((item) => ({ render: () => `<span>${item().title}</span>` }));
const grip = (name: string) => page.getByRole('button', { name: `Kéo để đổi chỗ: ${name}` });
const titles = () =>
	page
		.getByRole('listitem')
		.elements()
		.map((element) => element.querySelector('span')?.textContent);

describe('putting things in order', () => {
	const onmove = vi.fn<(id: string, to: number) => Promise<void>>();
	let answer = () => {};

	beforeEach(async () => {
		onmove.mockReset();
		onmove.mockImplementation(() => new Promise((done) => (answer = done)));
		await render(SortableList<Item>, {
			label: 'Chương trình',
			items,
			nameOf: (item: Item) => item.title,
			row,
			onmove
		});
	});

	test('space lifts, an arrow moves, space drops, and the grip keeps the focus', async () => {
		grip('Khai mạc').element().focus();

		await userEvent.keyboard(' {ArrowDown}{ArrowDown} ');

		expect(onmove).toHaveBeenCalledExactlyOnceWith('opening', 2);
		expect(titles()).toEqual(['Báo cáo', 'Dự toán', 'Khai mạc']);
		await expect.element(grip('Khai mạc')).toHaveFocus();
	});

	test('Esc puts it back and nothing is asked', async () => {
		grip('Dự toán').element().focus();

		await userEvent.keyboard(' {ArrowUp}{Escape}');

		expect(onmove).not.toHaveBeenCalled();
		await expect.element(page.getByText('Dự toán trở về vị trí 3 trên 3.')).toBeInTheDocument();
	});

	test('each step is spoken with its place', async () => {
		grip('Khai mạc').element().focus();

		await userEvent.keyboard(' {ArrowDown}');

		await expect.element(page.getByText('Khai mạc: vị trí 2 trên 3.')).toBeInTheDocument();
	});

	test('arrows without lifting move nothing', async () => {
		grip('Khai mạc').element().focus();

		await userEvent.keyboard('{ArrowDown} {ArrowUp} ');

		expect(onmove).not.toHaveBeenCalled();
	});

	test('the old order is back when the answer changed nothing', async () => {
		grip('Khai mạc').element().focus();
		await userEvent.keyboard(' {ArrowDown} ');
		expect(titles()).toEqual(['Báo cáo', 'Khai mạc', 'Dự toán']);

		answer();

		await expect.poll(titles).toEqual(['Khai mạc', 'Báo cáo', 'Dự toán']);
	});

	test('the menu moves by one place', async () => {
		await page.getByRole('button', { name: 'Đổi chỗ: Dự toán', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Lên' }).click();

		expect(onmove).toHaveBeenCalledExactlyOnceWith('budget', 1);
	});

	test('the menu moves to any place', async () => {
		await page.getByRole('button', { name: 'Đổi chỗ: Khai mạc', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Chuyển đến…' }).click();
		await page.getByRole('combobox').selectOptions('3');
		await page.getByRole('button', { name: 'Chuyển đến đây' }).click();

		expect(onmove).toHaveBeenCalledExactlyOnceWith('opening', 2);
		await expect.element(grip('Khai mạc')).toHaveFocus();
	});

	test('a row is dragged by its grip', async () => {
		await userEvent.dragAndDrop(grip('Khai mạc'), grip('Dự toán'), { targetPosition: { x: 24, y: 40 } });

		expect(onmove).toHaveBeenCalledExactlyOnceWith('opening', 2);
	});
});
