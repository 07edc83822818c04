import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { phaseOf } from '#client/live/phase.ts';
import ConsoleNow from '#ui/live/ConsoleNow.svelte';
import { press, roomOf, round, show } from '../../support/conducting.ts';

const [cuong, lien, toan] = [0b001, 0b010, 0b100];
const closing = async (bits: number | null, count = 0) => {
	const room = roomOf('secretariat', 'ĐB-02');
	if (bits !== null) press(room, bits, count);
	const given = { phase: phaseOf(room.live), records: '/' };
	const shown = await show(room, { part: ConsoleNow, given });
	await expect.element(button()).not.toHaveAttribute('aria-disabled');
	return shown;
};
const button = () => page.getByRole('button', { name: /^Đóng biểu quyết/ }).first();
const closed = [{ name: 'voting.closeRound', input: { round } }];

test('nobody is missing: it closes at once', async () => {
	const { sent } = await closing(cuong | lien | toan, 3);
	await expect.element(page.getByText('3', { exact: true })).toBeVisible();

	await button().click();

	await expect.poll(() => sent).toEqual(closed);
});

test('somebody is missing: he is named, and the safe choice has the focus', async () => {
	const { sent } = await closing(cuong | lien, 2);
	await expect.element(page.getByText(/Lê Toàn/)).toBeVisible();

	await userEvent.keyboard('{F9}');

	await expect.element(page.getByRole('dialog').getByText(/ông Lê Toàn/)).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Chờ thêm' })).toHaveFocus();
	await page.getByRole('button', { name: 'Chờ thêm' }).click();
	expect(sent).toEqual([]);
});

test('the closer has not voted: that is said first', async () => {
	const { sent } = await closing(cuong, 1);
	await expect.element(page.getByText(/Lê Toàn/)).toBeVisible();

	await button().click();

	await expect.element(page.getByRole('heading', { name: 'Ông chưa biểu quyết. Vẫn đóng?' })).toBeVisible();
	await expect.element(page.getByRole('dialog').getByText(/Ông và 1 đại biểu khác/)).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await expect.poll(() => sent).toEqual(closed);
});

test('it is not yet known who has pressed: nobody is said to be missing or not, and it asks', async () => {
	const { sent } = await closing(null);
	expect(page.getByText(/người chưa bấm/).elements()).toHaveLength(0);

	await button().click();

	await expect.element(page.getByRole('dialog').getByText(/Chưa biết ai chưa bấm/)).toBeVisible();
	expect(sent).toEqual([]);
});
