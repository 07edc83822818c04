import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RingTimer from '#ui/kit/RingTimer.svelte';

const spoken = () => document.querySelector('[aria-live="assertive"]')?.textContent;

test('a timer speaks at thirty and at ten seconds, and at no other', async () => {
	const timer = await render(RingTimer, { seconds: 31, total: 60, label: 'Thời gian còn lại' });
	const heard: string[] = [];
	for (let seconds = 31; seconds >= 0; seconds -= 1) {
		await timer.rerender({ seconds });
		const said = spoken();
		if (said) heard.push(said);
	}

	expect(heard).toEqual(['Còn 30 giây', 'Còn 10 giây']);
});

test('a part of a second counts as the second that is still running, and nothing goes below zero', async () => {
	const timer = await render(RingTimer, { seconds: 9.2, total: 60, label: 'Thời gian còn lại' });
	await expect.element(page.getByRole('timer', { name: 'Thời gian còn lại' })).toHaveTextContent('10');

	await timer.rerender({ seconds: -3 });

	await expect.element(page.getByRole('timer')).toHaveTextContent('0');
});
