import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import NoteComposer from '#ui/proceedings/NoteComposer.svelte';
import { roomOf, show } from '../../support/conducting.ts';

const line = () => page.getByRole('textbox', { name: 'Ghi thêm vào biên bản' });
const composing = (...answers: Parameters<typeof show>[1]['answers'] & object) =>
	show(roomOf('secretariat', 'ĐB-02'), { part: NoteComposer, given: {}, answers });

test('Enter writes a note and empties the line', async () => {
	const { sent } = await composing();

	await line().fill('Chủ tọa mời trình bày Tờ trình 214.');
	await userEvent.keyboard('{Enter}');

	await expect.element(line()).toHaveValue('');
	expect(sent).toMatchObject([
		{ name: 'proceedings.note', input: { kind: 'note', text: 'Chủ tọa mời trình bày Tờ trình 214.' } }
	]);
});

test('/y writes an opinion', async () => {
	const { sent } = await composing();

	await line().fill('/y đề nghị làm rõ căn cứ');
	await userEvent.keyboard('{Enter}');

	await expect
		.poll(() => sent)
		.toMatchObject([{ input: { kind: 'opinion', text: 'đề nghị làm rõ căn cứ' } }]);
});

test('a sign that is none writes nothing and is asked about', async () => {
	const { sent } = await composing();

	await line().fill('/x điều gì đó');
	await userEvent.keyboard('{Enter}');

	await expect.element(page.getByText(/Không có lệnh \/x/)).toBeVisible();
	await expect.element(line()).toHaveValue('/x điều gì đó');
	expect(sent).toEqual([]);
});

test('/k asks who is to do it by when, and is recorded as a conclusion', async () => {
	const { sent } = await composing();
	await line().fill('/k Hoàn thành nâng cấp đường truyền');
	await userEvent.keyboard('{Enter}');

	await expect.element(page.getByRole('textbox', { name: 'Kết luận' })).toHaveFocus();
	await page.getByLabelText('Đơn vị chủ trì').fill('Sở Khoa học và Công nghệ');
	await page.getByLabelText('Người chịu trách nhiệm').fill('Kim Ngọc Trâm');
	await page.getByLabelText('Hạn').fill('30/6/2027');
	await page.getByRole('button', { name: 'Ghi kết luận' }).click();

	await expect.element(line()).toHaveValue('');
	expect(sent).toMatchObject([
		{
			name: 'proceedings.noteConclusion',
			input: {
				text: 'Hoàn thành nâng cấp đường truyền',
				leadUnit: 'Sở Khoa học và Công nghệ',
				person: 'Kim Ngọc Trâm',
				due: '2027-06-30'
			}
		}
	]);
});

test('leaving a conclusion gives back what was typed', async () => {
	await composing();
	await line().fill('/k Giao Sở Xây dựng');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('textbox', { name: 'Kết luận' })).toHaveFocus();

	await userEvent.keyboard('{Escape}');

	await expect.element(line()).toHaveValue('/k Giao Sở Xây dựng');
});

test('what is refused stays in the line, with the reason', async () => {
	await composing({ state: 'refused', refusal: { code: 'meetingNotRunning' } });

	await line().fill('Một điều.');
	await userEvent.keyboard('{Enter}');

	await expect.element(page.getByRole('alert').getByText(/không ghi thêm được/)).toBeVisible();
	await expect.element(line()).toHaveValue('Một điều.');
});
