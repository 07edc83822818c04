import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ConfirmDialog from '#ui/kit/ConfirmDialog.svelte';

const words = createRawSnippet(() => ({ render: () => '<p>Hai người sẽ được ghi là có mặt.</p>' }));
const asked = {
	open: true,
	title: 'Đóng biểu quyết khi còn 2 người chưa bấm?',
	act: 'Đóng biểu quyết',
	safe: 'Chờ thêm 15 giây',
	children: words
};

describe('a question before what cannot be undone', () => {
	test('is named by its title and begins at the safe choice, which stands first', async () => {
		await render(ConfirmDialog, { ...asked, onact: vi.fn() });

		await expect.element(page.getByRole('dialog', { name: asked.title })).toBeVisible();
		await expect.element(page.getByRole('button', { name: asked.safe })).toHaveFocus();
		const names = page.getByRole('button').elements();
		expect(names.map((button) => button.textContent?.trim())).toEqual([asked.safe, asked.act]);
	});

	test('Enter at once does nothing but close it', async () => {
		const [onact, onclose] = [vi.fn(), vi.fn()];
		await render(ConfirmDialog, { ...asked, onact, onclose });
		await expect.element(page.getByRole('button', { name: asked.safe })).toHaveFocus();

		await userEvent.keyboard('{Enter}');

		await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
		expect(onact).not.toHaveBeenCalled();
		expect(onclose).toHaveBeenCalledOnce();
	});

	test('the act is done by the button that names it', async () => {
		const onact = vi.fn();
		await render(ConfirmDialog, { ...asked, onact });

		await page.getByRole('button', { name: asked.act }).click();

		expect(onact).toHaveBeenCalledOnce();
	});

	test('what has a name is destroyed only after its name is typed', async () => {
		const onact = vi.fn();
		await render(ConfirmDialog, { ...asked, act: 'Xóa bản nháp', typed: 'Kỳ họp thứ Ba', onact });
		const act = page.getByRole('button', { name: 'Xóa bản nháp' });
		await expect.element(act).toBeDisabled();

		await page.getByRole('textbox').fill('Kỳ họp thứ Ba');
		await act.click();

		expect(onact).toHaveBeenCalledOnce();
	});
});
