import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BallotBar from '#ui/voting/BallotBar.svelte';
import { ballotOf } from './voting.ts';

async function docked(open = true) {
	const { ballot, sent } = ballotOf();
	await render(BallotBar, { ballot, open, who: 'bà', shape: 'bar' });
	return { ballot, sent };
}
const radio = (name: string) => page.getByRole('radio', { name, exact: true });

describe('the docked ballot', () => {
	test('says that it is not cast, then which choice is recorded', async () => {
		const { sent } = await docked();
		await expect.element(page.getByRole('heading', { name: /^Bà chưa biểu quyết/ })).toBeVisible();

		await radio('Không tán thành').click();

		await expect.element(page.getByRole('heading', { name: /^Đã ghi nhận: Không tán thành/ })).toBeVisible();
		expect(sent).toEqual(['disapprove']);
	});

	test('casts one ballot for a double tap', async () => {
		const { sent } = await docked();

		await radio('Tán thành').dblClick();

		await expect.element(page.getByRole('heading', { name: /^Đã ghi nhận: Tán thành/ })).toBeVisible();
		expect(sent).toEqual(['approve']);
	});

	test('takes the keys 1, 2 and 3 only while the focus is in it', async () => {
		const { sent } = await docked();
		await userEvent.keyboard('1');
		expect(sent).toEqual([]);

		document.querySelector<HTMLElement>('[data-choice=approve]')?.focus();
		await userEvent.keyboard('2');

		expect(sent).toEqual(['disapprove']);
	});

	test('takes nothing once the round is closed', async () => {
		const { sent } = await docked(false);

		document.querySelector<HTMLElement>('[data-choice=approve]')?.click();

		expect(sent).toEqual([]);
	});
});
