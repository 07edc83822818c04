// The sixth session as it is played through the product, part by part: secretary, chair, three delegates and the hall screen in
// browsers of their own, everybody else over http with a sign-in of his own.
import { expect, type Page } from '@playwright/test';
import fs from 'node:fs';
import { button, sign, signersIn } from './signing.ts';
import { meetingOf } from './at-work.ts';
import * as agenda from './demo/agenda.ts';
import { addItem, addPaper, addPoints, approve, makeMeeting, step, submit } from './preparing.ts';
import { choicesOf, late, type Cast } from './session-story.ts';
import { showState } from './shown-state.ts';

/** Who is in front of which browser. */
export type Stage = {
	readonly cast: Cast;
	readonly ha: Page;
	readonly chair: Page;
	readonly toan: Page;
	readonly vinh: Page;
	readonly thinh: Page;
	readonly hall: Page;
};

export async function stageOf(cast: Cast): Promise<Stage> {
	const at = (who: string, size?: 'laptop' | 'phone') => cast.page(who, size);
	return {
		cast,
		hall: await cast.device('hall'),
		ha: await at('ha', 'laptop'),
		chair: await at('db01'),
		toan: await at('db04'),
		vinh: await at('db36'),
		thinh: await at('db21', 'phone')
	};
}

const hours = 3_600_000;
const dayFromNow = (days: number) =>
	new Date(Date.now() + (7 + 24 * days) * hours).toISOString().slice(0, 10);

/** 2.1: made, built, approved, published; a delegate hears of it where he is, and reads a paper as pages. */
export async function prepare({ cast, ha, chair, toan }: Stage): Promise<void> {
	const sittings = agenda.sittings.map(({ day, ...hours }) => ({ date: dayFromNow(day), ...hours }));
	await makeMeeting(ha, { title: agenda.title, ordinal: 6, place: agenda.place, sittings });
	for (const item of agenda.items) await addItem(ha, item);
	await step(ha, 'Tài liệu');
	for (const { title, papers } of agenda.items)
		for (const symbol of papers) await addPaper(ha, title, symbol);
	await step(ha, 'Thành phần');
	await addPoints(ha);
	await expect(ha.getByText('60 đại biểu, 13 người phục vụ, 3 điểm cầu')).toBeVisible();
	await step(ha, 'Chương trình');
	await submit(ha);
	await chair.reload();
	await chair.getByRole('link', { name: /Duyệt chương trình/ }).click();
	await approve(chair);
	await ha.reload();
	await button(ha, 'Phát hành…').click();
	await button(ha, 'Phát hành kỳ họp').click();
	await expect(ha.getByRole('link', { name: 'Vào bàn thư ký' })).toBeVisible();
	await expect(toan.getByText('Có giấy mời họp mới')).toBeVisible();
	await toan.getByRole('link', { name: /Giấy mời: Kỳ họp thứ 6/ }).click();
	await toan.getByRole('link', { name: /313\/TTr-UBND/ }).click();
	await expect(toan.getByRole('region', { name: 'Trang 1 trên 20' })).toContainText('313/TTr-UBND');
	cast.meeting = await meetingOf(cast.product);
}

/** Everybody goes to his place, and the hall screen is paired: a device without account. */
export async function takePlaces({ cast, ha, chair, toan, vinh, thinh, hall }: Stage): Promise<void> {
	const { product } = cast;
	cast.meeting = await meetingOf(product);
	const go = (page: Page, path: string) => page.goto(`${product.origin}/meetings/${cast.meeting}/${path}`);
	await Promise.all([go(ha, 'console'), go(chair, 'chair'), go(toan, 'session')]);
	await Promise.all([go(vinh, 'session'), go(thinh, 'session'), hall.goto(`${product.origin}/screen`)]);
}
export async function pairHall({ ha, hall }: Stage): Promise<void> {
	await expect(hall.locator('.code')).toHaveText(/^\d{3}\s?\d{3}$/);
	const code = (await hall.locator('.code').textContent()) ?? '';
	await ha
		.getByRole('button', { name: /Ghép màn/ })
		.first()
		.click();
	await ha.getByLabel('Mã trên màn hình').fill(code);
	await button(ha, 'Ghép màn hình').click();
	await expect(hall).toHaveURL(/\/screen\/hall/);
	await ha.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
}

/** 2.2: the roll begins; Toàn says in the hall, and Thịnh at his bridge point, that they are there. */
export async function gather({ ha, toan, thinh, hall }: Stage): Promise<void> {
	await button(ha, 'Bắt đầu điểm danh').click();
	await expect(hall.getByRole('heading', { name: 'Quét mã để điểm danh' })).toBeVisible();
	await button(toan, 'Tôi có mặt').click();
	await expect(button(toan, 'Tôi có mặt')).toBeHidden();
	await button(thinh, 'Tôi có mặt').click();
	await expect(thinh.getByText(/^Tại điểm cầu xã Tân Hòa/)).toBeVisible();
	await expect(thinh.getByText('Máy này không phát tiếng: dùng loa của phòng.')).toBeVisible();
	await button(thinh, 'Đã hiểu').click();
	await thinh.reload();
	await expect(thinh.getByText(/^Tại điểm cầu xã Tân Hòa/)).toBeVisible();
	await expect(thinh.getByText('Máy này không phát tiếng: dùng loa của phòng.')).toBeHidden();
	await expect(toan.getByText('Máy này không phát tiếng: dùng loa của phòng.')).toBeHidden();
}
/** Vinh types what stands on the wall. */
export async function typeHallCode({ vinh, hall }: Stage): Promise<void> {
	await button(vinh, 'Nhập mã trên màn hình hội trường').click();
	const code = ((await hall.locator('.codes .code').textContent()) ?? '').replace(/[^A-Z2-9]/g, '');
	await vinh.getByLabel('Tám ký tự trên màn hình').fill(code);
	await button(vinh, 'Điểm danh').click();
}

/** Too few are refused with both numbers; everybody comes; opened with 56 of 60. */
export async function openSitting(stage: Stage): Promise<void> {
	const { cast, ha, chair, hall } = stage;
	await button(ha, 'Ghi Đỗ Hữu Cường có mặt').click();
	await expect(chair.getByText(/đang có 4/)).toBeVisible();
	await expect(chair.getByRole('button', { name: /Mở phiên họp$/ })).toBeHidden();
	const sitting = (await cast.live()).meeting.sittings[0]?.id;
	const refusal = { code: 'noQuorum', present: 4, needed: 40 };
	await cast.refused('db01', 'meetings.openSitting', { sitting }, refusal);
	await cast.others((who) => cast.command(who, 'attendance.checkIn'), { but: [late] });
	await expect(hall.getByText('Đã điểm danh 56 trên 60')).toBeVisible();
	await chair.getByRole('button', { name: /Mở phiên họp$/ }).click();
	await expect(hall.getByRole('heading', { level: 1 })).toContainText('Kỳ họp thứ 6');
	await showState(hall, '08a');
	await takeUp(stage, 1);
}

const takeUp = async ({ ha, toan, hall }: Stage, number: number) => {
	await ha
		.getByRole('button', { name: new RegExp(`^Sang mục ${number}\\b`) })
		.first()
		.click();
	const title = agenda.items[number - 1]?.title ?? '';
	await expect(toan.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 3_000 });
	await expect(hall.locator('[aria-current=step]')).toContainText(title, { timeout: 3_000 });
};
const sheet = (page: Page) => page.getByRole('dialog');
const choose = async (page: Page, choice: string) => {
	await sheet(page)
		.getByRole('radio', { name: new RegExp(`^${choice}`) })
		.click();
	await expect(sheet(page).getByText(`Đã ghi nhận: ${choice}`)).toBeVisible();
};
const chairChooses = async (chair: Page) => {
	await chair.getByRole('radio', { name: /^Tán thành/ }).click();
	await expect(chair.getByText('Đã ghi nhận: Tán thành').first()).toBeVisible();
};
async function announce(chair: Page, asks: string) {
	await chair.getByRole('button', { name: /Công bố kết quả…$/ }).click();
	await expect(chair.getByRole('dialog')).toContainText(asks);
	await button(chair, 'Công bố kết quả').click();
	await expect(chair.getByRole('dialog')).toBeHidden();
}
async function putAway(...pages: Page[]) {
	for (const page of pages) await sheet(page).getByRole('button', { name: 'Đóng kết quả' }).click();
}

/** Item 2: V01, everybody in favour; ĐB-29 comes after it. */
export async function adopt(stage: Stage): Promise<void> {
	const { cast, ha, chair, toan, vinh, thinh, hall } = stage;
	await takeUp(stage, 2);
	await chair.getByRole('button', { name: /Mở biểu quyết V01/ }).click();
	await cast.stepUp('db01');
	for (const page of [toan, vinh, thinh, hall])
		await expect(page.getByRole('heading', { name: 'Thông qua chương trình kỳ họp' }).last()).toBeVisible();
	const choices = choicesOf({ approve: 56, disapprove: 0, notVoting: 0 }, [late]);
	await cast.castOthers(choices);
	for (const page of [toan, vinh, thinh]) await choose(page, 'Tán thành');
	await chairChooses(chair);
	await expect(ha.getByRole('meter', { name: /^56 trên 56/ })).toBeVisible();
	await expect(chair.getByText('Mọi người có mặt đã bấm.')).toBeVisible();
	await button(chair, 'Đóng biểu quyết').click();
	await announce(chair, 'Công bố: thông qua, 56 trên 60?');
	await expect(hall.getByText('Được thông qua')).toBeVisible();
	await putAway(toan, vinh, thinh);
	await cast.command(late, 'attendance.checkIn');
	await expect(ha.getByText('57/60').first()).toBeVisible();
}

/** Items 3 and 7: what was said, and the conclusion as it was spoken. */
export async function discuss(stage: Stage): Promise<void> {
	await takeUp(stage, 3);
	await takeUp(stage, 7);
	await note(stage, '/y ĐB-21 đề nghị ưu tiên đường truyền cho 31 xã.');
	await expect(stage.ha.getByText('ĐB-21 đề nghị ưu tiên đường truyền cho 31 xã.')).toBeVisible();
}
async function note({ ha }: Stage, text: string) {
	const field = ha.getByLabel('Ghi thêm vào biên bản');
	await field.fill(text);
	await field.press('Enter');
}
export async function conclude(stage: Stage): Promise<void> {
	const { ha } = stage;
	await note(stage, '/k Hoàn thành nâng cấp đường truyền 31 xã.');
	await ha.getByLabel('Đơn vị chủ trì').fill('Sở Khoa học và Công nghệ');
	await ha.getByLabel('Người chịu trách nhiệm').fill('Kim Ngọc Trâm, Giám đốc Sở');
	await ha.getByLabel('Hạn').fill('30/6/2027');
	await button(ha, 'Ghi kết luận').click();
	await expect(ha.getByText('Nhiệm vụ: Sở Khoa học và Công nghệ')).toBeVisible();
}

export const v05 = choicesOf({ approve: 31, disapprove: 20, notVoting: 5 }, ['db59']);
/** V05 is opened by the secretary for the chair: a change of mind, a sheet folded over what is read, a line that is lost. */
export async function openV05(stage: Stage): Promise<void> {
	const { cast, ha, toan, vinh, hall } = stage;
	await takeUp(stage, 11);
	const label = 'V05 · Thông qua Nghị quyết quy định mức hỗ trợ cán bộ đầu mối chuyển đổi số cấp xã';
	await ha.getByLabel('Chọn nội dung biểu quyết').selectOption({ label });
	await ha.getByRole('button', { name: /^Mở biểu quyết/ }).click();
	await cast.stepUp('ha');
	await expect(hall.getByText('Đang biểu quyết, công khai')).toBeVisible();
	await choose(vinh, 'Tán thành');
	await choose(vinh, 'Không tán thành');
	await sheet(toan)
		.getByRole('button', { name: /^Đọc tài liệu/ })
		.click();
	await button(toan, 'Biểu quyết ngay').click();
	await choose(toan, 'Tán thành');
}

/** Thịnh loses the line in the open round, presses, and casts when it is back; meanwhile the sitting goes on. */
export async function castAfterLostLine({ thinh }: Stage, meanwhile = async () => {}): Promise<void> {
	await thinh.context().setOffline(true);
	await sheet(thinh)
		.getByRole('radio', { name: /^Tán thành/ })
		.click();
	await expect(sheet(thinh).getByRole('alert')).toContainText('Mạng bị gián đoạn');
	await meanwhile();
	await expect(sheet(thinh).getByText('Đã ghi nhận: Tán thành')).toBeHidden();
	await thinh.context().setOffline(false);
	await expect(sheet(thinh).getByText('Đã ghi nhận: Tán thành')).toBeVisible({ timeout: 20_000 });
}

/** V05 with all but one press: closing asks, the chair alone sees the result, and announces it: carried by exactly 31. */
export async function carryV05(stage: Stage, confirms: boolean): Promise<void> {
	const { cast, ha, chair, toan, vinh, thinh, hall } = stage;
	await expect(sheet(toan).getByText('Đã ghi nhận: Tán thành')).toBeVisible();
	await expect(sheet(vinh).getByText('Đã ghi nhận: Không tán thành')).toBeVisible();
	await cast.castOthers(v05);
	await expect(hall.getByText('55trên 57 đại biểu có mặt')).toBeVisible();
	await button(chair, 'Đóng biểu quyết').click();
	await expect(chair.getByRole('dialog')).toContainText('chưa biểu quyết. Vẫn đóng?');
	await button(chair, 'Quay lại biểu quyết').click();
	await chairChooses(chair);
	await button(chair, 'Đóng biểu quyết').click();
	await chair.getByRole('dialog').getByRole('button', { name: 'Đóng biểu quyết' }).click();
	if (confirms) await cast.stepUp('db01');
	await expect(chair.getByText('Đủ điều kiện thông qua')).toBeVisible();
	await expect(ha.getByText('Chờ chủ tọa công bố.').first()).toBeVisible();
	await expect(sheet(vinh).getByText('Phiếu được tính: Không tán thành')).toBeVisible();
	for (const page of [ha, toan, vinh, thinh, hall]) await expect(page.getByText('51,7%')).toBeHidden();
	await announce(chair, 'Công bố: thông qua, 31 trên 60?');
	for (const page of [toan, vinh, thinh]) {
		await expect(sheet(page).getByText('Được thông qua', { exact: true })).toBeVisible();
		await expect(sheet(page)).toContainText('51,7%');
	}
	await expect(hall.getByText('Được thông qua', { exact: true })).toBeVisible();
	await putAway(toan, vinh, thinh);
}

/** V06: 30 of 60 carries nothing, though they are a majority of those who voted. */
export async function failV06({ cast, chair, toan, vinh, thinh, hall }: Stage): Promise<void> {
	await button(chair, 'Việc khác').click();
	await chair.getByRole('dialog').getByRole('button', { name: /V06/ }).click();
	await chair.getByRole('button', { name: /Mở biểu quyết V06/ }).click();
	await choose(toan, 'Tán thành');
	await choose(thinh, 'Tán thành');
	await choose(vinh, 'Không tán thành');
	await cast.castOthers(choicesOf({ approve: 30, disapprove: 21, notVoting: 6 }));
	await chairChooses(chair);
	await expect(hall.getByText('57trên 57 đại biểu có mặt')).toBeVisible();
	await expect(chair.getByText('Mọi người có mặt đã bấm.')).toBeVisible();
	await button(chair, 'Đóng biểu quyết').click();
	await announce(chair, 'Công bố: không thông qua, 30 trên 60?');
	for (const page of [hall, sheet(toan), sheet(vinh), sheet(thinh)])
		await expect(page.getByText('Không được thông qua', { exact: true })).toBeVisible();
	await putAway(toan, vinh, thinh);
}

export async function end(stage: Stage): Promise<void> {
	const { ha, chair, toan } = stage;
	await takeUp(stage, 12);
	await button(ha, 'Kết thúc phiên…').first().click();
	await ha.getByRole('dialog').getByRole('button', { name: 'Kết thúc phiên' }).click();
	await expect(toan.getByRole('heading', { level: 1 })).toHaveText('Chưa có phiên nào đang họp');
	await button(ha, 'Bế mạc…').first().click();
	await ha.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click();
	await expect(ha.getByText('Cuộc họp đã bế mạc')).toBeVisible();
	await expect(chair.getByText('Thư ký lập biên bản')).toBeVisible();
	await expect(toan.getByText('Kỳ họp đã bế mạc.')).toBeVisible();
}

const recordsOf = ({ cast }: Stage) => `${cast.product.origin}/meetings/${cast.meeting}/records`;
export const openRecord = async (stage: Stage, page: Page, record: RegExp) => {
	await expect(async () => {
		await page.goto(recordsOf(stage)); // after the closing a job drafts them
		await page.getByRole('link', { name: record }).click({ timeout: 2_000 });
	}).toPass();
	await expect(page.getByRole('list', { name: 'Các bước' })).toBeVisible();
};

/** The registers were kept on paper until this session. */
async function goOnFromPaper(nhan: Page, last: number) {
	await nhan.getByText('Sổ này đã có số trên giấy?').click();
	await nhan.getByLabel('Sổ giấy đã cấp đến số').fill(String(last));
	await button(nhan, 'Nối tiếp sổ giấy').click();
}

/** 2.4: drawn from the journal, edited, numbered, signed after seeing the very page, sealed. */
export async function record(stage: Stage): Promise<void> {
	const { cast, ha, chair } = stage;
	const [lien, nhan] = [await cast.page('db10', 'laptop'), await cast.page('nhan', 'laptop')];
	await openRecord(stage, ha, /^Biên bản/);
	await expect(ha.getByText(/Biểu quyết V05.*tán thành 31/).first()).toBeVisible();
	await expect(ha.getByText(/Biểu quyết V06.*tán thành 30/).first()).toBeVisible();
	const texts = await ha
		.getByRole('textbox')
		.evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')));
	expect(texts.filter((text) => text.startsWith('Nội dung này chưa được đưa ra'))).toHaveLength(6);
	expect(texts.join()).toContain('ưu tiên đường truyền cho 31 xã');
	await button(ha, 'Trình ký').click();
	await expect(ha.getByText('Bản này đã trình, đang chờ văn thư cấp số.')).toBeVisible();
	await expect(nhan.getByText('Có văn bản chờ cấp số, xem ở trang Hôm nay')).toBeVisible();
	await nhan.getByRole('link', { name: /^Cấp số cho văn bản/ }).click();
	await goOnFromPaper(nhan, 6);
	await button(nhan, 'Cấp số 07/BB-HĐND').click();
	await expect(nhan.getByRole('heading', { level: 1 })).toHaveText('Biên bản 07/BB-HĐND');
	await openRecord(stage, ha, /^Nghị quyết/);
	await button(ha, 'Trình ký').click();
	await expect(ha.getByText('Bản này đã trình, đang chờ văn thư cấp số.')).toBeVisible();
	await openRecord(stage, nhan, /^Nghị quyết/);
	await goOnFromPaper(nhan, 11);
	await button(nhan, 'Cấp số 12/2026/NQ-HĐND').click();
	await expect(nhan.getByRole('heading', { level: 1 })).toHaveText('Nghị quyết 12/2026/NQ-HĐND');
	await openRecord(stage, lien, /^Biên bản/);
	await sign(lien, cast.product, 'db10', 'Ký biên bản 07');
	await openRecord(stage, chair, /^Biên bản/);
	await sign(chair, cast.product, 'db01', 'Ký biên bản 07');
	await openRecord(stage, chair, /^Nghị quyết/);
	await sign(chair, cast.product, 'db01', 'Ký Nghị quyết 12');
	await openRecord(stage, nhan, /^Nghị quyết/);
	await sign(nhan, cast.product, 'nhan', 'Đóng dấu Nghị quyết 12');
	await nhan.goto(recordsOf(stage));
	await expect(nhan.getByText('Kỳ họp đã niêm phong')).toBeVisible(); // once each record has its last signature
	await expect(nhan.getByRole('main').getByRole('listitem').getByRole('link')).toHaveCount(2);
}

/** 2.5: a delegate takes the file; anybody checks it, by its code and by dropping it, and one changed byte is refused. */
export async function verify(stage: Stage): Promise<void> {
	const { cast, toan } = stage;
	await openRecord(stage, toan, /^Nghị quyết 12\/2026\/NQ-HĐND/);
	const code = await toan.getByText(/^MG-NQ-12-2026-\w+$/).innerText();
	const downloading = toan.waitForEvent('download');
	await toan.getByRole('link', { name: 'Tải PDF đã ký' }).click();
	const file = await (await downloading).path();
	expect(signersIn(file)).toEqual(['Đỗ Hữu Cường', 'Hội đồng nhân dân tỉnh Minh Giang']);
	const anybody = await cast.device('phone');
	const title = anybody.getByRole('heading', { level: 1 });
	await anybody.goto(`${cast.product.origin}/verify`);
	await anybody.getByLabel('Mã tra cứu ở cuối văn bản').fill(code);
	await button(anybody, 'Kiểm tra').click();
	await expect(title).toHaveText('Chữ ký khớp, nhưng chứng thư chỉ để thử');
	await expect(anybody.getByText(/Nghị quyết 12\/2026\/NQ-HĐND, \d trang/)).toBeVisible();
	const changed = fs.readFileSync(file);
	const at = changed.indexOf('stream') + 20;
	changed[at] = (changed[at] ?? 0) ^ 1;
	await anybody.goto(`${cast.product.origin}/verify`);
	const buffer = { name: 'nghi-quyet.pdf', mimeType: 'application/pdf', buffer: changed };
	await anybody.locator('input[type="file"]').setInputFiles(buffer);
	await expect(title).toHaveText('Đừng dùng tệp này. Nội dung đã bị sửa');
}
