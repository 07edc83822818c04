import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { phaseOf } from '#client/live/phase.ts';
import ChairDesk from '#ui/live/ChairDesk.svelte';
import ConsoleNow from '#ui/live/ConsoleNow.svelte';
import { closed, roomOf, show } from '../../support/conducting.ts';

const byOne = { approve: 31, disapprove: 20, notVoting: 5 };
const oneShort = { approve: 30, disapprove: 21, notVoting: 5 };
const chairSees = (tally: typeof byOne) =>
	show(roomOf('chair', 'ĐB-01', closed(tally)), { part: ChairDesk, given: {} });

describe('a round that is closed and not announced', () => {
	test('is carried for the chair by exactly 31 of 60, and the rule is said not to be confirmed', async () => {
		await chairSees(byOne);

		await expect.element(page.getByRole('heading', { name: 'Đủ điều kiện thông qua' })).toBeVisible();
		await expect.element(page.getByText(/Cần ít nhất 31/)).toBeVisible();
		await expect.element(page.getByText(/Có mặt không bấm nút: 1\. Vắng: 3\./)).toBeVisible();
		await expect.element(page.getByText(/chưa được cơ quan xác nhận/).first()).toBeVisible();
	});

	test('is not carried by 30, although more are for it than against', async () => {
		await chairSees(oneShort);

		await expect.element(page.getByRole('heading', { name: 'Không đủ điều kiện thông qua' })).toBeVisible();
	});

	test('is announced once it was asked, and only then', async () => {
		const { sent } = await chairSees(byOne);
		const button = page.getByRole('button', { name: /Công bố kết quả…/ });
		await expect.element(button).not.toHaveAttribute('aria-disabled');

		await button.click();
		await expect
			.element(page.getByRole('dialog').getByText(/Công bố: thông qua, 31 trên 60\?/))
			.toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Xem lại' })).toHaveFocus();
		expect(sent).toEqual([]);
		await page.getByRole('button', { name: 'Công bố kết quả' }).click();

		await expect.poll(() => sent).toMatchObject([{ name: 'voting.announce' }]);
	});

	test('says nothing of its result at the console', async () => {
		const room = roomOf('secretariat', 'ĐB-02', closed(byOne));
		await show(room, { part: ConsoleNow, given: { phase: phaseOf(room.live), records: '/' } });

		await expect.element(page.getByText(/Chờ chủ tọa công bố/)).toBeVisible();
		expect(document.body.textContent).not.toMatch(/31|20|thông qua,/);
		expect(page.getByRole('button').elements()).toHaveLength(0);
	});
});
