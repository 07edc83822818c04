import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GuardedButton from '#ui/kit/GuardedButton.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const button = () => page.getByRole('button');
const takes = () => expect.element(button()).not.toHaveAttribute('aria-disabled');

test('a finger on a button that has just appeared does nothing', async () => {
	const onpress = vi.fn();
	await render(GuardedButton, { meaning: 'close', onpress, children: words('Đóng biểu quyết') });

	await userEvent.click(button(), { force: true });
	expect(onpress).not.toHaveBeenCalled();

	await takes();
	await button().click();
	expect(onpress).toHaveBeenCalledOnce();
});

test('a button that stands for something else takes nothing again, by key neither', async () => {
	const onpress = vi.fn();
	const guarded = await render(GuardedButton, { meaning: 'open', onpress, children: words('Mở') });
	await takes();

	await guarded.rerender({ meaning: 'announce' });
	guarded.component.press();
	await userEvent.click(button(), { force: true });
	expect(onpress).not.toHaveBeenCalled();

	await takes();
	guarded.component.press();
	expect(onpress).toHaveBeenCalledOnce();
});
