// How the secretary prepares a session and the chair approves it, by the words on their screens.
import { expect, type Page } from '@playwright/test';
import type { Item, Vote } from './demo/agenda.ts';
import { tanHoa } from './demo/bodies.ts';
import { bridgePoints } from './demo/agenda.ts';
import { delegates } from './demo/delegates.ts';
import { office } from './demo/office.ts';
import { paperContent } from './demo/papers.ts';

/** As the demo's agenda has it; the bound of a vote is left as the form proposes it. */
type PlannedVote = Omit<Vote, 'threshold'>;
/** Without slots: behind what the first sitting has, for so many minutes. */
type PlannedItem = Pick<Item, 'title' | 'presenter'> & {
	readonly slots?: Item['slots'];
	readonly minutes?: number;
	readonly votes?: readonly PlannedVote[];
};
type PlannedSitting = { readonly date: string; readonly start: string; readonly end: string };
type Meeting = {
	readonly title: string;
	readonly ordinal: number;
	readonly place: string;
	readonly sittings: readonly PlannedSitting[];
};

/** From the list of meetings to the agenda of a new one. */
export async function makeMeeting(ha: Page, { title, ordinal, place, sittings }: Meeting): Promise<void> {
	await ha.getByRole('link', { name: 'Cuộc họp' }).first().click();
	await ha.getByRole('link', { name: 'Lập kỳ họp' }).click();
	await ha.getByLabel('Tên kỳ họp').fill(title);
	await ha.getByLabel('Kỳ họp thứ').fill(String(ordinal));
	for (const [at, { date, start, end }] of sittings.entries()) {
		if (at > 0) await ha.getByRole('button', { name: 'Thêm buổi' }).click();
		const row = ha.getByRole('group', { name: `Buổi ${at + 1}` });
		await row.getByLabel('Ngày').fill(date);
		await row.getByLabel('Từ').fill(start);
		await row.getByLabel('Đến').fill(end);
		await row.getByLabel('Nơi họp').fill(place);
	}
	await ha.getByRole('button', { name: 'Lập kỳ họp' }).click();
	await expect(ha).toHaveURL(/\/prepare\/agenda$/);
}

async function fillSlots(ha: Page, slots: Item['slots']) {
	for (const [at, [sitting, start, minutes]] of slots.entries()) {
		if (at > 0) await ha.getByRole('button', { name: 'Thêm buổi khác' }).click();
		await ha.getByLabel('Buổi', { exact: true }).nth(at).selectOption({ index: sitting });
		await ha.getByLabel('Bắt đầu').nth(at).fill(start);
		await ha.getByLabel('Số phút').nth(at).fill(String(minutes));
	}
}

async function fillVote(ha: Page, at: number, { code, subject, resolution }: PlannedVote) {
	await ha.getByRole('button', { name: 'Thêm biểu quyết' }).click();
	const planned = ha.getByRole('group', { name: `Biểu quyết ${at + 1}`, exact: true });
	await planned.getByLabel('Mã').fill(code);
	await planned.getByLabel('Nội dung biểu quyết').fill(subject);
	if (!resolution) return;
	const adopts = resolution.isNormative ? 'Ra nghị quyết quy phạm pháp luật' : 'Ra nghị quyết';
	await planned.getByLabel('Kết quả').selectOption({ label: adopts });
	await planned.getByLabel('Trích yếu nghị quyết').fill(resolution.title);
}

export async function addItem(
	ha: Page,
	{ title, presenter, slots = [], minutes, votes = [] }: PlannedItem
): Promise<void> {
	await ha.getByRole('link', { name: 'Thêm nội dung' }).click();
	await ha.getByLabel('Tên nội dung').fill(title);
	await ha.getByLabel('Người trình').fill(presenter);
	await fillSlots(ha, slots);
	if (minutes) await ha.getByLabel('Số phút').fill(String(minutes));
	for (const [at, vote] of votes.entries()) await fillVote(ha, at, vote);
	await ha.getByRole('button', { name: 'Lưu nội dung' }).click();
	await expect(ha.getByRole('link', { name: title }).first()).toBeVisible();
}

async function pdfOf(symbol: string) {
	const { typesetPaper } = await import('#server/records/typeset.ts');
	return Buffer.from(await typesetPaper(paperContent(symbol, 1, { year: 2026, month: 11, day: 18 })));
}

/** Adds the generated paper of that symbol to an item, as a file chosen from the machine. */
export async function addPaper(ha: Page, item: string, symbol: string): Promise<void> {
	await addFile(ha, item, { symbol, buffer: await pdfOf(symbol) });
}

/** Adds a file as a paper of that symbol. */
export async function addFile(
	ha: Page,
	item: string,
	{ symbol, buffer }: { symbol: string; buffer: Buffer }
): Promise<void> {
	const card = ha.getByRole('region', { name: item });
	const chosen = ha.waitForEvent('filechooser');
	await card.getByRole('button', { name: 'Thêm tệp' }).click();
	const name = `${symbol.replace('/', ' ')}.pdf`;
	await (await chosen).setFiles({ name, mimeType: 'application/pdf', buffer });
	await expect(ha.getByText(/Tệp đã đến đủ/)).toBeVisible();
	await ha.getByLabel('Số, ký hiệu').fill(symbol);
	await ha.getByRole('button', { name: 'Thêm vào chương trình' }).click();
	await expect(card.getByText(symbol)).toBeVisible();
}

export const step = (page: Page, name: 'Chương trình' | 'Tài liệu' | 'Thành phần'): Promise<void> =>
	page.getByRole('navigation', { name: 'Các bước chuẩn bị' }).getByRole('link', { name }).click();

export async function submit(ha: Page): Promise<void> {
	await ha.getByRole('button', { name: 'Trình Thường trực duyệt' }).click();
	await expect(ha.getByText('Chờ duyệt', { exact: true }).first()).toBeVisible();
}

export async function approve(chair: Page): Promise<void> {
	await chair.getByRole('button', { name: 'Duyệt chương trình' }).click();
	await expect(chair.getByText('Đã duyệt', { exact: true })).toBeVisible();
}

const named: ReadonlyMap<string, string> = new Map([
	...office.map(([signIn, name]) => [signIn, name] as const),
	...tanHoa.map(([code, name]) => [code.toLowerCase().replace('-', ''), name] as const),
	...delegates.map(({ code, name }) => [code.toLowerCase().replace('đ', 'd').replace('-', ''), name] as const)
]);
const nameOf = (signIn: string): string => {
	const name = named.get(signIn);
	if (!name) throw new Error(`the demo has nobody who signs in as ${signIn}`);
	return name;
};
const unmarked = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd');

/** Calls somebody from outside: sought without marks, given a part at a point. */
async function callTo(ha: Page, signIn: string, { role, at }: { role: string; at: string }): Promise<void> {
	const name = nameOf(signIn);
	await ha.getByLabel('Tìm theo họ tên').fill(unmarked(name));
	await ha.getByLabel('Tìm theo họ tên').press('Enter');
	await ha.getByRole('radio', { name }).check();
	await ha.getByLabel('Vai trò').selectOption({ label: role });
	await ha.getByLabel('Nơi dự', { exact: true }).selectOption({ label: `Điểm cầu ${at}` });
	await ha.getByRole('button', { name: 'Thêm vào danh sách' }).click();
	await expect(ha.getByRole('region', { name: at, exact: true }).getByText(name)).toBeVisible();
}

/** The demo's three points, each with who tends it, who leads it and the delegate who sits there. */
export async function addPoints(ha: Page): Promise<void> {
	for (const { name, technician, head, delegate } of bridgePoints) {
		await ha.getByLabel('Tên điểm cầu').fill(name);
		await ha.getByRole('button', { name: 'Thêm điểm cầu' }).click();
		const card = ha.getByRole('region', { name, exact: true });
		await expect(card).toContainText('Chưa có cán bộ kỹ thuật');
		await callTo(ha, technician, { role: 'Cán bộ kỹ thuật điểm cầu', at: name });
		await expect(card.getByText('Chưa có cán bộ kỹ thuật')).toBeHidden();
		await callTo(ha, head, { role: 'Trưởng điểm cầu', at: name });
		const place = ha.getByLabel(`Nơi dự của ${nameOf(delegate)}`);
		await place.selectOption({ label: `Điểm cầu ${name}` });
		await expect(card.getByText(nameOf(delegate))).toBeVisible();
	}
}
