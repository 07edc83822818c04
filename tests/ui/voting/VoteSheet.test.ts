import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import VoteSheet from '#ui/voting/VoteSheet.svelte';
import { ballotOf, round } from './voting.ts';

const question = 'Thông qua chương trình kỳ họp';
async function open(more: Partial<{ present: boolean; first: boolean; closed: boolean }> = {}) {
	const { ballot, sent } = ballotOf();
	const [onfold, oncheckin, onexplained] = [vi.fn(), vi.fn(), vi.fn()];
	const props = {
		question,
		round: more.closed ? { ...round, state: 'closed' as const } : round,
		ballot,
		secondsLeft: 42,
		who: 'bà',
		present: more.present ?? true,
		first: more.first ?? false,
		onexplained,
		oncheckin,
		onfold
	};
	const sheet = await render(VoteSheet, props);
	return { sheet, props, ballot, sent, onfold, oncheckin, onexplained };
}
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const live = () => expect.element(page.getByText('Sắp chạm được').first()).not.toBeInTheDocument();

describe('a sheet that has just opened', () => {
	test('takes no press and no key, says so, and has nothing chosen', async () => {
		const { sent } = await open();

		document.querySelector<HTMLElement>('[data-choice=approve]')?.click();
		await userEvent.keyboard('1');

		await expect.element(page.getByText('Sắp chạm được').first()).toBeVisible();
		expect(sent).toEqual([]);
		expect(document.querySelector('[aria-checked=true]')).toBeNull();
	});

	test('has the focus on the question, after which the group of buttons is named', async () => {
		await open();

		await expect.element(page.getByRole('heading', { name: question })).toHaveFocus();
		await expect.element(page.getByRole('radiogroup', { name: question })).toBeInTheDocument();
	});

	test('ignores a finger that was down before the buttons were live', async () => {
		const { sent } = await open();
		const button = document.querySelector<HTMLElement>('[data-choice=approve]');
		button?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));

		await live();
		button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));

		expect(sent).toEqual([]);
	});
});

describe('live buttons', () => {
	test('cast by one press, and a double tap casts one ballot', async () => {
		const { sent } = await open();
		await live();

		await radio('Tán thành').dblClick();

		await expect.element(page.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
		expect(sent).toEqual(['approve']);
	});

	test('cast by the keys 1, 2 and 3', async () => {
		const { sent } = await open();
		await live();

		await userEvent.keyboard('3');
		await expect.element(page.getByText('Đã ghi nhận: Không biểu quyết')).toBeVisible();
		await userEvent.keyboard('2');

		await expect.element(page.getByText('Đã ghi nhận: Không tán thành')).toBeVisible();
		expect(sent).toEqual(['notVoting', 'disapprove']);
	});

	test('are moved among by arrows, which never cast', async () => {
		const { sent } = await open();
		await live();
		radio('Tán thành').element().parentElement?.querySelector<HTMLElement>('[data-choice=approve]')?.focus();

		await userEvent.keyboard('{ArrowRight}');

		await expect.element(radio('Không tán thành')).toHaveFocus();
		expect(sent).toEqual([]);
	});

	test('tell what is recorded as a status, with time and receipt code', async () => {
		await open();
		await live();

		await radio('Tán thành').click();

		await expect.element(page.getByRole('status').filter({ hasText: 'K7QM-2XPA' })).toBeVisible();
	});
});

test('Escape folds the sheet and casts nothing', async () => {
	const { sent, onfold } = await open();
	await live();

	await userEvent.keyboard('{Escape}');

	expect(onfold).toHaveBeenCalledOnce();
	expect(sent).toEqual([]);
});

test('the first vote of a person explains what not voting means, and still takes a press', async () => {
	const { sent, onexplained } = await open({ first: true });
	await live();

	await page.getByRole('button', { name: 'Đã rõ' }).click();
	await radio('Không biểu quyết').click();

	expect(onexplained).toHaveBeenCalledOnce();
	expect(sent).toEqual(['notVoting']);
});

test('whoever is not checked in is offered to', async () => {
	const { oncheckin } = await open({ present: false });

	await page.getByRole('button', { name: 'Tôi có mặt' }).click();

	expect(oncheckin).toHaveBeenCalledOnce();
});

test('at nothing left it says that time is up, and still takes a press', async () => {
	const { sheet, props, sent } = await open();
	await live();
	await sheet.rerender({ ...props, secondsLeft: 0 });

	await expect.element(page.getByText('Hết giờ', { exact: true })).toBeVisible();
	await radio('Tán thành').click();

	expect(sent).toEqual(['approve']);
});

test('once closed it takes nothing, and says that no ballot counts where none does', async () => {
	const { sent } = await open({ closed: true });

	await userEvent.keyboard('1');
	document.querySelector<HTMLElement>('[data-choice=approve]')?.click();

	await expect.element(page.getByText('Không có phiếu nào của bà được tính')).toBeVisible();
	expect(sent).toEqual([]);
});
