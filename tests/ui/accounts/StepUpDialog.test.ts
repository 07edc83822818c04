import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { SittingId } from '#domain/journal/ids.ts';
import StepUpDialog from '#ui/accounts/StepUpDialog.svelte';

const sitting = '0198b6a0-0000-7000-8000-000000000001' as SittingId;
const person = { name: 'Đỗ Hữu Cường', address: 'ong' } as const;
const field = page.getByLabelText('Mật khẩu');
const confirm = page.getByRole('button', { name: 'Xác nhận' });
const asked: string[] = [];
let answer = () => new Response('{}');

beforeEach(() => {
	asked.length = 0;
	vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, sent) => {
		asked.push(String(sent?.body));
		return answer();
	});
});
afterEach(() => vi.restoreAllMocks());
const refusal = (body: object, status: number) => () => new Response(JSON.stringify(body), { status });

async function tryWith(password: string) {
	const onanswer = vi.fn();
	await render(StepUpDialog, { sitting, person, onanswer });
	await field.fill(password);
	await userEvent.keyboard('{Enter}');
	return onanswer;
}

describe('showing again who one is', () => {
	test('names the person, begins at the password, and goes on with the right one', async () => {
		answer = () => new Response('{}');
		const onanswer = vi.fn();
		await render(StepUpDialog, { sitting, person, onanswer });

		await expect
			.element(page.getByRole('dialog', { name: 'Xác nhận đây là ông Đỗ Hữu Cường' }))
			.toBeVisible();
		await expect.element(field).toHaveFocus();
		await userEvent.keyboard('mật khẩu{Enter}');

		await expect.poll(() => onanswer.mock.calls).toEqual([[true]]);
		expect(asked).toEqual([JSON.stringify({ sitting, password: 'mật khẩu' })]);
	});

	test('keeps what was typed when it is wrong, and says what the next one costs', async () => {
		answer = refusal({ code: 'wrongPassword', triesLeft: 1, at: 0 }, 403);

		const onanswer = await tryWith('sai');

		await expect.element(page.getByText(/Sai nữa thì phải chờ 1 phút/)).toBeVisible();
		await expect.element(field).toHaveValue('sai');
		expect(onanswer).not.toHaveBeenCalled();
	});

	test('counts down a wait by the time the server named, and asks nothing meanwhile', async () => {
		answer = refusal({ code: 'mustWait', failures: 5, until: 48_000, at: 0 }, 429);

		await tryWith('sai');

		await expect.element(page.getByRole('timer')).toHaveTextContent('Thử lại sau 48 giây.');
		await expect.element(page.getByRole('button', { name: /còn 4\d giây/ })).toBeDisabled();
		await expect.element(field).toBeDisabled();
		expect(asked).toHaveLength(1);
	});

	test('says that the server did not answer, with nothing changed', async () => {
		answer = () => {
			throw new TypeError('no network');
		};

		const onanswer = await tryWith('mật khẩu');

		await expect.element(page.getByText(/máy chủ không trả lời/)).toBeVisible();
		expect(onanswer).not.toHaveBeenCalled();
	});

	test('may be let be', async () => {
		const onanswer = vi.fn();
		await render(StepUpDialog, { sitting, person, onanswer });

		await page.getByRole('button', { name: 'Để sau' }).click();

		expect(onanswer).toHaveBeenCalledExactlyOnceWith(false);
		await expect.element(confirm).toBeVisible();
	});
});
