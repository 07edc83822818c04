// The bridge points with a real video server, fake cameras and microphones: checked before the sitting, heard with the floor
// and with nothing else, gone and back. What people receive is counted where their browsers count it.
import { expect, test, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { energyOf, framesOf, isStill, rises } from '../support/heard.ts';
import { watchPeers } from '../support/peers.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { shows } from './shows.ts';

const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' });

/** As the browser answers where a microphone is not, or is there again. */
function unplugMicrophone(gone: boolean) {
	const devices = navigator.mediaDevices;
	const real = MediaDevices.prototype.getUserMedia.bind(devices);
	devices.getUserMedia = async (wanted) => {
		if (gone && wanted?.audio) throw new DOMException('no such device', 'NotFoundError');
		return real(wanted);
	};
}

test.describe('bridge points', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('called', { video: true })));
	test.afterAll(() => product.close());

	test('are checked, seen and heard, and come back', shows(97), async ({ browser }) => {
		test.setTimeout(240_000);
		const cast = new Cast(browser, product);
		cast.meeting = await meetingOf(product);
		const at = (path: string) => `${product.origin}/meetings/${cast.meeting}/${path}`;
		const [ha, point] = [await cast.page('ha', 'laptop'), await cast.page('thkt', 'hall')];
		const hall = await cast.device('hall');
		const chair = await cast.page('db01', 'tablet');
		for (const page of [point, hall, ha, chair]) await page.addInitScript(watchPeers);
		// the driver's own looks count as touches: this wall has not been touched by anybody
		await hall.addInitScript(() =>
			Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } })
		);
		const live = async () => cast.live();
		const tanHoa = 'xã Tân Hòa';

		await test.step('a point waits for the roll, and joins by itself', async () => {
			await Promise.all([
				ha.goto(at('console')),
				point.goto(at('point')),
				hall.goto(`${product.origin}/screen`)
			]);
			await expect(point.getByText('Phòng trực tuyến mở khi bắt đầu điểm danh')).toBeVisible();
			await expect(hall.locator('.code')).toHaveText(/^\d{3}\s?\d{3}$/);
			const code = (await hall.locator('.code').textContent()) ?? '';
			await button(ha, /Ghép màn/)
				.first()
				.click();
			await ha.getByLabel('Mã trên màn hình').fill(code);
			await button(ha, 'Ghép màn hình').click();
			await expect(hall).toHaveURL(/\/screen\/hall/);
			await ha.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
			await button(ha, 'Bắt đầu điểm danh').click();
			await expect(point.getByText('Đã nối với phòng, đường truyền tốt')).toBeVisible();
			await expect(point.getByText('Máy ảnh đang bật')).toBeVisible();
			await button(hall, 'Chạm để bật tiếng').click();
		});

		const pane = ha.getByRole('region', { name: 'Điểm cầu' });
		await test.step('the hall listens to it before the sitting, and to nobody else', async () => {
			await expect(pane.getByText('1 trên 3 đang nối')).toBeVisible();
			await isStill(hall, energyOf);
			await button(point, 'Phát tiếng thử').click();
			await button(point, 'Tôi nghe thấy').click();
			await showState(point, '09f');
			await button(ha, `Nghe thử ${tanHoa}`).click();
			await expect(point.getByText(`Hội trường đang nghe. Xin nói: “${tanHoa} nghe rõ`)).toBeVisible();
			await rises(hall, energyOf);
			await button(ha, `Đã nghe thấy ${tanHoa}`).click();
			await expect(point.getByText('Hội trường đã nghe thấy điểm cầu, lúc')).toBeVisible();
			await isStill(hall, energyOf);
			await point.getByLabel('Số người trong phòng').fill('8');
			await button(point, 'Ghi số người').click();
			await expect(pane.getByText('8 người')).toBeVisible();
			await expect(point.getByRole('heading', { name: 'Điểm cầu đã sẵn sàng' })).toBeVisible();
			await showState(point, '09g');
			await button(point, 'Vào phòng họp').click();
		});

		await test.step('it sees the hall, and the wall sees it', async () => {
			await rises(point, framesOf);
			await chair.goto(at('chair'));
			await showState(chair, '09m');
			await button(chair, 'Vào phòng trực tuyến').click();
			await expect(chair.getByText('Các điểm cầu đang thấy hình của ông.')).toBeVisible();
			const wall = await ha.context().newPage();
			await wall.addInitScript(watchPeers);
			await wall.goto(at('room'));
			await rises(wall, framesOf);
			await expect(
				wall.getByText('1 trên 3 điểm cầu đang nối').or(wall.getByText('1 trên 3 đang nối'))
			).toBeVisible();
			const ofChair = wall.getByRole('figure', { name: 'Chủ tọa' });
			await expect(ofChair.getByText('Micro đang bật')).toBeHidden();
			await showState(wall, '09a');
			await button(chair, /^Micro đang tắt/).click();
			await expect(ofChair.getByText('Micro đang bật')).toBeAttached();
			await expect(chair.getByText('Các điểm cầu đang nghe micro của máy này.')).toBeVisible();
			await Promise.all([isStill(hall, energyOf), isStill(chair, energyOf), rises(point, energyOf)]);
			await button(chair, /^Micro đang bật/).click();
			await expect(ofChair.getByText('Micro đang bật')).toBeHidden();
			await wall.close();
			await showState(point, '09b');
		});

		await test.step('its microphone is open while its delegate has the floor, and at no other time', async () => {
			const everybody = ['db01', 'db21'];
			for (const who of everybody) await cast.command(who, 'attendance.checkIn');
			await cast.others((who) => cast.command(who, 'attendance.checkIn'), { but: ['db29'] });
			const { meeting } = await live();
			await cast.command('db01', 'meetings.openSitting', { sitting: meeting.sittings[0]?.id });
			await cast.command('db01', 'meetings.startItem', { item: meeting.agenda[0]?.id });
			await cast.command('db21', 'floor.requestToSpeak', { subject: 'Đường truyền của xã' });
			await cast.command('db01', 'floor.grant', { seat: 'ĐB-21', after: null });
			await expect(point.getByText('Chủ tọa mời ông Lò Xuân Thịnh')).toBeVisible();
			await isStill(hall, energyOf);
			await point.evaluate(unplugMicrophone, true);
			await cast.command('db21', 'floor.beginSpeech');
			await expect(
				point.getByText('Hội trường chưa nghe thấy điểm cầu này. Không thấy Micro.')
			).toBeVisible();
			await expect(point.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeHidden();
			await point.evaluate(unplugMicrophone, false);
			await expect(async () => {
				const again = button(point, 'Thử lại'); // it may have found it by itself
				if (await again.isVisible()) await again.click({ timeout: 1_000 });
				await expect(point.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeVisible({ timeout: 2_000 });
			}).toPass();
			await expect(point.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeVisible();
			await rises(hall, energyOf);
			await rises(hall, framesOf);
			await expect(hall.locator('.picture video')).toBeVisible();
			await Promise.all([rises(chair, framesOf), isStill(chair, energyOf)]);
			await expect(chair.getByLabel('xã Tân Hòa', { exact: true })).toBeVisible();
			await showState(chair, '09k');
			await showState(point, '09d');
		});

		await test.step('the video server dies: the floor stays, and sound is back with it', async () => {
			await product.video?.kill();
			await expect(pane.getByText('Chưa tới được máy chủ hình ảnh')).toBeVisible({ timeout: 20_000 });
			expect((await live()).floor.speaking?.seat).toBe('ĐB-21');
			await product.video?.again();
			const returned = Date.now();
			await rises(hall, energyOf);
			process.stdout.write(`sound back ${Date.now() - returned} ms after the video server's return\n`);
			await rises(chair, framesOf);
			await cast.command('db21', 'floor.yield');
			await isStill(hall, energyOf);
		});

		await test.step('a point that is gone keeps its floor, and has its microphone when it is back', async () => {
			await button(point, 'Rời phòng').click();
			await point
				.getByRole('alertdialog')
				.or(point.getByRole('dialog'))
				.getByRole('button', { name: 'Rời phòng' })
				.click();
			await expect(pane.getByText(/^Mất tín hiệu từ/)).toBeVisible();
			await cast.command('db21', 'floor.requestToSpeak');
			await cast.command('db01', 'floor.grant', { seat: 'ĐB-21', after: null });
			await cast.command('db21', 'floor.beginSpeech');
			const lost = /^Điểm cầu xã Tân Hòa mất tín hiệu từ .* Quyền phát biểu vẫn giữ/;
			for (const page of [chair, ha]) await expect(page.getByText(lost)).toBeVisible();
			await showState(chair, '09n');
			expect((await live()).floor.speaking?.seat).toBe('ĐB-21');
			await button(point, 'Vào lại').click();
			await rises(hall, energyOf);
			for (const page of [chair, ha]) await expect(page.getByText(lost)).toBeHidden();
			await cast.command('db21', 'floor.yield');
			await isStill(hall, energyOf);
		});

		await test.step('a weak line keeps its sound, and everybody reads so', async () => {
			await button(point, 'Chỉ giữ tiếng').click();
			await expect(point.getByText('Đang ưu tiên tiếng nói.')).toBeVisible();
			await expect(pane.getByText('Chỉ có tiếng, đường truyền yếu')).toBeVisible({ timeout: 15_000 });
			await showState(point, '09c');
			await button(point, 'Bật lại hình').click();
			await expect(pane.getByText('Đường truyền tốt')).toBeVisible({ timeout: 15_000 });
		});

		await test.step('another device asks before it takes the point over', async () => {
			const other = await point.context().newPage();
			await other.goto(at('point'));
			await expect(other.getByRole('heading', { name: 'Máy khác đang nối cho điểm cầu này' })).toBeVisible();
			await button(other, 'Chuyển sang máy này').click();
			await expect(other.getByText('Đã nối với phòng')).toBeVisible();
			await expect(point.getByRole('heading', { name: /^Máy khác (vừa nhận|đang nối)/ })).toBeVisible({
				timeout: 15_000
			});
			await other.close();
		});

		await test.step('so does another device of the chair; one whose camera is refused says so', async () => {
			const other = await chair.context().newPage();
			await other.addInitScript(() => {
				navigator.mediaDevices.getUserMedia = () =>
					Promise.reject(new DOMException('refused', 'NotAllowedError'));
			});
			await other.goto(at('chair'));
			await button(other, 'Vào phòng trực tuyến').click();
			await expect(other.getByText('Máy khác đang ở trong phòng trực tuyến tại chỗ này.')).toBeVisible();
			await button(other, 'Chuyển sang máy này').click();
			await expect(other.getByText('Máy ảnh bị chặn.')).toBeVisible();
			await expect(other.getByText('Các điểm cầu không thấy hình của ông.')).toBeVisible();
			await showState(other, '09l');
			await expect(chair.getByText(/^Máy khác (vừa vào thay|đang ở trong phòng)/)).toBeVisible();
			await other.close();
		});
		await cast.close();
	});
});
