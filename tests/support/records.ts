// A set of minutes and a resolution, their signers and a key home of their own, for tests of the record's engine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {
	AnyRecordContent,
	MinutesContent,
	ResolutionContent,
	SignerWanted
} from '../../src/domain/records/content.ts';
import { hashOf, utf8 } from '../../src/lib/hash.ts';
import { instant, type Instant } from '../../src/lib/time.ts';
import { keyHome, type Holder, type KeyHome } from '../../src/server/records/keys.ts';
import { signedFile } from '../../src/server/records/signature.ts';
import { typesetRecord } from '../../src/server/records/typeset.ts';

export const day1 = instant(Date.UTC(2026, 11, 9, 3, 30));
export const dayAfter = instant(day1 + 86_400_000);
const COUNCIL = 'Hội đồng nhân dân tỉnh Minh Giang';

const lien: SignerWanted = {
	field: 'secretary',
	kind: 'person',
	capacity: 'Thư ký kỳ họp',
	name: 'Đặng Thị Kim Liên'
};
const cuong: SignerWanted = {
	field: 'chair',
	kind: 'person',
	capacity: 'Chủ tọa kỳ họp',
	name: 'Đỗ Hữu Cường'
};
const seal: SignerWanted = { field: 'seal', kind: 'seal', capacity: 'Dấu của cơ quan', name: COUNCIL };

const both = {
	place: 'Minh Giang',
	date: { year: 2026, month: 12, day: 9 },
	recipients: ['Ủy ban Thường vụ Quốc hội;', 'Đại biểu HĐND tỉnh;', 'Lưu: VT.'],
	journal: { size: 214, head: hashOf(utf8('the journal of case A')) }
};
const verifyAt = (code: string) => ({
	address: 'nghisu.test',
	url: `https://nghisu.test/verify?code=${code}`
});
const issuer = ['HỘI ĐỒNG NHÂN DÂN', 'TỈNH MINH GIANG'];

/** Minutes whose text holds what Typst would take for orders, if text were ever read as markup. */
export const minutes: MinutesContent = {
	...both,
	schema: 'nghisu.minutes/1',
	form: { issuer, type: 'BIÊN BẢN' },
	number: '07/BB-HĐND',
	code: 'MG-BB-07-2026-7K4M92QDTX',
	verify: verifyAt('MG-BB-07-2026-7K4M92QDTX'),
	title: 'Kỳ họp thứ 6, Hội đồng nhân dân tỉnh Minh Giang khóa II, nhiệm kỳ 2026 - 2031',
	facts: [{ label: 'Thời gian bắt đầu', text: '08 giờ 00 phút, ngày 09 tháng 12 năm 2026.' }],
	sections: [
		{ heading: '1. Khai mạc', paragraphs: ['a) #let x = *đậm* $x$ <nhãn> "lời" \\ @tham'] },
		{
			heading: '2. Thông qua chương trình',
			paragraphs: ['a) Tán thành 56 trên tổng số 60 đại biểu (93,3%).']
		}
	],
	closing: ['Kỳ họp kết thúc lúc 10 giờ 15 phút cùng ngày.'],
	roll: [
		{ name: 'Đỗ Hữu Cường', attendance: 'có mặt' },
		{ name: 'Nông Trọng Dũng', attendance: 'đến muộn, 08:35' }
	],
	signers: [lien, cuong]
};

export const resolution: ResolutionContent = {
	...both,
	schema: 'nghisu.resolution/1',
	form: { issuer, type: 'NGHỊ QUYẾT' },
	number: '12/2026/NQ-HĐND',
	code: 'MG-NQ-12-2026-93KFW2MQAX',
	verify: verifyAt('MG-NQ-12-2026-93KFW2MQAX'),
	title: 'Quy định mức hỗ trợ cán bộ đầu mối chuyển đổi số cấp xã',
	council: ['HỘI ĐỒNG NHÂN DÂN TỈNH MINH GIANG', 'KHÓA II, KỲ HỌP THỨ 6'],
	grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;'],
	articles: [{ heading: 'Điều 3. Mức hỗ trợ', paragraphs: ['Mức hỗ trợ là 1.500.000 đồng/người/tháng.'] }],
	adoption: 'Nghị quyết này được thông qua ngày 09 tháng 12 năm 2026./.',
	signers: [{ ...cuong, capacity: 'Chủ tịch' }, seal]
};

export const emptyFolder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-records-'));

export const holderOf = ({ kind, name, field }: SignerWanted): Holder => ({
	kind: kind === 'seal' ? 'agency' : 'person',
	id: field,
	name,
	organisation: COUNCIL
});

export async function signAs(
	file: Uint8Array,
	as: SignerWanted,
	home: KeyHome,
	at: Instant = day1
): Promise<Uint8Array> {
	const [signer, authority] = [await home.signerOf(holderOf(as)), await home.timeStampAuthority()];
	return signedFile(file, { as, place: 'Minh Giang', signer, authority, at });
}

/** The file at each stage: typeset, then once more for each signature. */
export async function stagesOf(content: AnyRecordContent, home: KeyHome): Promise<Uint8Array[]> {
	const stages = [(await typesetRecord(content, day1)).bytes];
	for (const as of content.signers) stages.push(await signAs(stages.at(-1) ?? new Uint8Array(), as, home));
	return stages;
}

export const newKeyHome = () => keyHome(emptyFolder(), () => day1);

/** Runs a tool that somebody else wrote, on files in a folder of its own; answers all that it says. */
export function judge(folder: string, command: string, ...args: string[]): string {
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
	if (error) throw error;
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} says ${status}: ${stdout}${stderr}`);
	return `${stdout}${stderr}`;
}
