import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PointId, SeatId } from '#domain/journal/ids.ts';
import type { LiveEvent } from '#domain/live/meeting.ts';
import { instant } from '#lib/time.ts';
import FloorPane from '#ui/floor/FloorPane.svelte';
import ChairDesk from '#ui/live/ChairDesk.svelte';
import HallFloor from '#ui/live/HallFloor.svelte';
import { roomInItem, roster, show } from '../../support/conducting.ts';

const [lien, toan, cuong] = ['ĐB-02' as SeatId, 'ĐB-03' as SeatId, 'ĐB-01' as SeatId];
const [second, minute] = [1_000, 60_000];
const ago = (ms: number) => instant(Date.now() - ms);
const asked = (seat: SeatId, subject: string | null = null): LiveEvent[] => [
	{ type: 'floor.speechRequested', seat, subject, at: ago(6 * minute) }
];
/** Toàn has the floor; he began so long ago, or not yet. */
const speaks = (begunAgo: number | null): LiveEvent[] => {
	const called: LiveEvent = {
		type: 'floor.granted',
		seat: toan,
		subject: null,
		at: ago(begunAgo ?? 0),
		allottedMs: 5 * minute
	};
	return begunAgo === null
		? [called]
		: [called, { type: 'floor.speechStarted', seat: toan, at: ago(begunAgo) }];
};
const wall = async (events: LiveEvent[], people = roster) => {
	const room = roomInItem('hall', 'none', events);
	const { speaking } = room.live.floor;
	if (!speaking) throw new Error('somebody has the floor');
	await show(room, { part: HallFloor, given: { speech: speaking }, people });
	return page.getByRole('timer');
};

describe('who has the floor, on the wall', () => {
	test('has the time that is left, and who comes next', async () => {
		const timer = await wall([...asked(lien), ...speaks(108 * second)]);

		await expect.element(timer.getByText(/^03:1[12]$/)).toBeVisible();
		await expect.element(timer.getByText('còn lại trong 5 phút')).toBeVisible();
		await expect.element(page.getByRole('heading', { name: 'Ông Lê Toàn' })).toBeVisible();
		await expect.element(page.getByText('Tiếp theo: Ông Đặng Thị Kim Liên')).toBeVisible();
	});

	test('has all his time until he begins', async () => {
		const timer = await wall(speaks(null));

		await expect.element(timer.getByText('05:00')).toBeVisible();
		await expect.element(page.getByText('Được mời phát biểu')).toBeVisible();
	});

	test('is asked in words to finish once it is over', async () => {
		const timer = await wall(speaks(5 * minute + 24 * second));

		await expect.element(timer.getByText(/^\+0:2[45]$/)).toBeVisible();
		await expect.element(timer.getByText('quá 5 phút, xin kết thúc')).toBeVisible();
	});

	test('speaks from a bridge point under its name', async () => {
		const away = roster.map((called) =>
			called.seat === toan ? { ...called, point: 'point' as PointId } : called
		);
		await wall(speaks(minute), away);

		await expect.element(page.getByText('Điểm cầu xã Tân Hòa')).toBeVisible();
	});
});

describe('the chair', () => {
	const desk = (events: LiveEvent[]) =>
		show(roomInItem('chair', 'ĐB-01', events), { part: ChairDesk, given: {} });
	const large = (label: RegExp) => page.getByRole('button', { name: label });
	const anyLarge = large(/^Tiếp theo/);

	test('is proposed whoever waits first, before the vote', async () => {
		const { sent } = await desk([...asked(lien), ...asked(cuong)]);
		const button = large(/^Tiếp theo Mời ông Đặng Thị Kim Liên$/);
		await expect
			.element(page.getByText('Xin mời ông Đặng Thị Kim Liên; tiếp theo, ông Đỗ Hữu Cường chuẩn bị.'))
			.toBeVisible();
		await expect.element(button).not.toHaveAttribute('aria-disabled');
		await button.click();

		await expect.poll(() => sent).toEqual([{ name: 'floor.grant', input: { seat: lien, after: null } }]);
	});

	test('thanks whoever speaks in the same act, and says so on the button', async () => {
		const { sent } = await desk([...asked(lien), ...speaks(minute)]);
		const button = large(/Cảm ơn ông Lê Toàn, mời ông Đặng Thị Kim Liên$/);
		await expect.element(button).not.toHaveAttribute('aria-disabled');
		await button.click();

		await expect.poll(() => sent).toEqual([{ name: 'floor.grant', input: { seat: lien, after: toan } }]);
	});

	test('is offered nothing that would cut a speech off', async () => {
		await desk(speaks(minute));

		await expect.element(page.getByText('Ông Lê Toàn đang phát biểu')).toBeInTheDocument();
		expect(anyLarge.elements()).toHaveLength(0);
	});

	test('opens the vote all the same, where he chooses it', async () => {
		await desk(asked(lien));
		await page.getByRole('button', { name: 'Việc khác' }).click();
		await page.getByRole('button', { name: /^V05/ }).click();

		await expect.element(large(/^Tiếp theo Mở biểu quyết V05/)).toBeVisible();
	});

	test('gives more time once', async () => {
		const extended: LiveEvent[] = [{ type: 'floor.extended', seat: toan, byMs: minute }];
		await desk([...speaks(minute), ...extended]);

		await expect.element(page.getByText('/ 06:00')).toBeVisible();
		expect(page.getByRole('button', { name: /thêm 1 phút/ }).elements()).toHaveLength(0);
	});
});

describe('the console', () => {
	test('calls the next by Alt+M, once its button takes a press', async () => {
		const room = roomInItem('secretariat', 'ĐB-02', asked(lien, 'Biên chế y tế xã'));
		const { sent } = await show(room, { part: FloorPane, given: {} });
		const button = page.getByRole('button', { name: 'Mời ông Đặng Thị Kim Liên' });
		await expect.element(page.getByText('Biên chế y tế xã')).toBeVisible();
		await expect.element(page.getByText(/^lúc \d\d:\d\d, chờ 6 phút$/)).toBeVisible();
		await expect.element(button).not.toHaveAttribute('aria-disabled');
		window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyM', altKey: true }));

		await expect.poll(() => sent).toEqual([{ name: 'floor.grant', input: { seat: lien, after: null } }]);
	});
});
