// A conclusion becomes somebody's task: noted at the console, accepted, reported with a file, returned, confirmed. Each sees
// what the other did without asking anew.
import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Assignees } from '#domain/proceedings/pages.ts';
import { dayOf, instant } from '#lib/time.ts';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { shows } from './shows.ts';

test.describe('a conclusion', () => {
	test.describe.configure({ mode: 'serial' });
	const upgrade = 'Hoàn thành nâng cấp đường truyền 31 xã.';
	let product: Product;
	let cast: Cast;
	test.beforeAll(async ({ browser }) => {
		product = await startProduct('opened');
		cast = new Cast(browser, product);
		cast.meeting = await meetingOf(product);
	});
	test.afterAll(async () => {
		await cast.close();
		await product.close();
	});

	const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
	const ownTask = (page: Page, name: RegExp) =>
		page.getByRole('region', { name: /^Nhiệm vụ được giao/ }).getByRole('link', { name });
	const heading = (page: Page) => page.getByRole('heading', { level: 1 });
	const report = async (page: Page, words: string, file: string) => {
		await page.getByLabel('Kết quả đã làm').fill(words);
		await page
			.locator('input[type="file"]')
			.setInputFiles({ name: file, mimeType: 'application/pdf', buffer: Buffer.from(smallPdf([file])) });
		await expect(page.getByText('Tệp đã đến đủ')).toBeVisible();
		await button(page, 'Gửi báo cáo').click();
		await expect(page.getByText('Đã gửi báo cáo, chờ thư ký xác nhận.')).toBeVisible();
	};

	test('is noted with unit and person of the directory, and is on her page of today at once', async () => {
		const [ha, tram] = [await cast.page('ha', 'laptop'), await cast.page('ub05')];
		await expect(tram.getByRole('heading', { name: /không còn việc nào chờ$/ })).toBeVisible();
		await ha.goto(`${product.origin}/meetings/${cast.meeting}/console`);
		await ha.getByLabel('Ghi thêm vào biên bản').fill(`/k ${upgrade}`);
		await ha.keyboard.press('Enter');

		await ha.getByLabel('Đơn vị chủ trì').fill('khoa hoc');
		await expect(ha.getByRole('option', { name: 'Sở Khoa học và Công nghệ' })).toBeVisible();
		await ha.keyboard.press('ArrowDown');
		await ha.keyboard.press('Enter');
		await expect(ha.getByLabel('Đơn vị chủ trì')).toHaveValue('Sở Khoa học và Công nghệ');
		await ha.getByLabel('Người chịu trách nhiệm').fill('giam doc so khoa');
		await ha.getByRole('option', { name: /^Kim Ngọc Trâm/ }).click();
		await expect(ha.getByText('Đã chọn trong danh bạ, sẽ được báo')).toBeVisible();
		await ha.getByLabel('Hạn', { exact: true }).fill('30/6/2027');
		await button(ha, 'Ghi kết luận').click();

		await expect(ha.getByRole('region', { name: 'Các ghi chép' })).toContainText('hạn 30/6/2027');
		await expect(tram.getByText('Có nhiệm vụ mới, xem ở trang Hôm nay')).toBeVisible();
		await expect(ownTask(tram, /^Hoàn thành nâng cấp/)).toContainText(/Mới giao.*nội dung 1/);
	});

	test('is accepted and reported done with a file', async () => {
		const [ha, tram] = [await cast.page('ha'), await cast.page('ub05')];
		await ownTask(tram, /^Hoàn thành nâng cấp/).click();
		await expect(heading(tram)).toHaveText(upgrade);
		await button(tram, 'Nhận việc').click();
		await expect(tram.getByText('Đang làm', { exact: true })).toBeVisible();

		await report(tram, 'Đã nghiệm thu đường truyền của 31 xã.', 'bien-ban-nghiem-thu.pdf');

		await expect(ha.getByText('Có báo cáo hoàn thành chờ xác nhận')).toBeVisible();
	});

	test('is returned for more, reported again and confirmed; its director sees it without loading anew', async () => {
		const [ha, tram] = [await cast.page('ha'), await cast.page('ub05')];
		await ha.goto(`${product.origin}/tasks`);
		await ha.getByRole('link', { name: /Hoàn thành nâng cấp/ }).click();
		await expect(ha.getByText('Đã nghiệm thu đường truyền của 31 xã.')).toBeVisible();
		await button(ha, 'Trả lại để bổ sung').click();
		await ha.getByLabel('Cần bổ sung gì').fill('Thiếu biên bản của xã Lũng Vân.');
		await button(ha, 'Trả lại').click();
		await expect(tram.getByText('Cần bổ sung: Thiếu biên bản của xã Lũng Vân.')).toBeVisible();

		await report(tram, 'Đã bổ sung biên bản xã Lũng Vân.', 'bien-ban-lung-van.pdf');
		await expect(ha.getByText('Đã bổ sung biên bản xã Lũng Vân.')).toBeVisible();
		const opened = ha.waitForEvent('popup');
		await ha.getByRole('link', { name: 'bien-ban-lung-van.pdf' }).click();
		await (await opened).close();
		await button(ha, 'Xác nhận hoàn thành').click();
		await ha.getByRole('dialog').getByRole('button', { name: 'Xác nhận hoàn thành' }).click();

		await expect(tram.getByText('Đã hoàn thành', { exact: true })).toBeVisible();
		await expect(ha.getByText('Xác nhận hoàn thành', { exact: true })).toBeVisible();
		await tram.goto(product.origin);
		await expect(tram.getByRole('link', { name: /^Đã xác nhận hoàn thành: Hoàn thành/ })).toBeVisible();
	});

	/** A day so many days from today, as it is recorded. */
	const day = (from: number) => dayOf(instant(Date.now() + from * 86_400_000));
	const whom = async (text: string) => {
		const answer = await (
			await cast.caller('ha')
		).get(`/meetings/${cast.meeting}/assignees?text=${encodeURIComponent(text)}`);
		const found: Assignees = JSON.parse(answer.text);
		return { unitId: found.units[0]?.id ?? null, personId: found.people[0]?.id ?? null };
	};
	const concluded = async (
		text: string,
		lead: { leadUnit: string; person: string; due: string },
		sought?: [string, string]
	) => {
		const chosen = sought && {
			unitId: (await whom(sought[0])).unitId,
			personId: (await whom(sought[1])).personId
		};
		await cast.command('ha', 'proceedings.noteConclusion', { note: randomUUID(), text, ...lead, ...chosen });
	};

	test('that is overdue is said in days, on the list and on her page of today', shows(95), async () => {
		const [ha, tram] = [await cast.page('ha'), await cast.page('ub05')];
		const science = { leadUnit: 'Sở Khoa học và Công nghệ', person: 'Kim Ngọc Trâm, Giám đốc Sở' };
		const finance = { leadUnit: 'Sở Tài chính', person: 'Cao Thị Nhung, Giám đốc Sở' };
		const byTram: [string, string] = ['Khoa hoc', 'Kim Ngoc Tram'];
		const byNhung: [string, string] = ['So Tai chinh', 'Cao Thi Nhung'];
		// they are taken up in this order: the last one there, all are
		await concluded('Tiếp thu ý kiến dự thảo Nghị quyết, trình lại.', {
			leadUnit: 'Sở Văn hóa, Thể thao và Du lịch',
			person: 'Giám đốc Sở',
			due: 'kỳ họp giữa năm 2027'
		});
		await concluded('Trình bổ sung kinh phí hỗ trợ cấp xã.', { ...finance, due: day(3) }, byNhung);
		await concluded(upgrade, { ...science, due: day(200) }, byTram);
		await concluded(
			'Báo cáo kết quả rà soát 31 xã chưa đạt chuẩn họp trực tuyến.',
			{ ...science, due: day(-21) },
			byTram
		);

		await expect(ownTask(tram, /^Báo cáo kết quả rà soát/)).toContainText('quá 21 ngày');
		await ha.goto(`${product.origin}/tasks`);
		await expect(ha.getByRole('region', { name: /^Quá hạn/ }).getByRole('link')).toContainText('quá 21 ngày');
		await expect(ha.getByRole('region', { name: /^Trong 7 ngày tới/ }).getByRole('link')).toContainText(
			'còn 3 ngày'
		);
		await expect(ha.getByRole('region', { name: /^Hạn theo lời/ }).getByRole('link')).toContainText(
			'Chưa giao cho ai'
		);
		await showState(ha, '16a');
		await ha.getByRole('searchbox').fill('tai chinh');
		await expect(ha.getByRole('main').getByRole('listitem')).toHaveCount(1);
		await tram
			.getByRole('navigation', { name: 'Điều hướng chính' })
			.getByRole('link', { name: 'Kết luận' })
			.click();
		await expect(tram.getByRole('main').getByRole('listitem')).toHaveCount(3);
	});

	test('that named nobody is given to somebody from the list', async () => {
		const [ha, tram] = [await cast.page('ha'), await cast.page('ub05')];
		await ha.goto(`${product.origin}/tasks`);
		await ha.getByRole('link', { name: /Tiếp thu ý kiến dự thảo/ }).click();
		await ha.getByLabel('Người chịu trách nhiệm').fill('kim ngoc');
		await ha.getByRole('option', { name: /^Kim Ngọc Trâm/ }).click();
		await button(ha, 'Giao việc').click();

		await expect(ha.getByText('Mới giao', { exact: true })).toBeVisible();
		await expect(tram.getByRole('link', { name: /Tiếp thu ý kiến dự thảo/ })).toBeVisible();
	});
});
