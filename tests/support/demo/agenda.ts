// The session of case A as it was prepared (demo case, 2.0 to 2.3): four sittings, twelve items, the open votes. V09 is an
// election by secret ballot: it is not planned here before the product can hold one.
import type { Threshold } from '#domain/meetings/profile.ts';

/** `day` is 0 for day 1 and 1 for day 2. */
export const sittings = [
	{ day: 0, start: '08:00', end: '11:30' },
	{ day: 0, start: '13:30', end: '17:30' },
	{ day: 1, start: '08:00', end: '11:30' },
	{ day: 1, start: '13:30', end: '17:30' }
] as const;
export const place = 'Hội trường HĐND tỉnh';
/** The bridge points: who leads the room, who tends it, who sits and votes there, how many sit there. */
export const bridgePoints = [
	{ name: 'xã Tân Hòa', head: 'th01', technician: 'thkt', delegate: 'db21', headcount: 8 },
	{ name: 'đặc khu Hòn Mây', head: 'hmdc', technician: 'hmkt', delegate: 'db34', headcount: 5 },
	{ name: 'phường Trung Giang', head: 'tgdc', technician: 'tgkt', delegate: 'db49', headcount: 6 }
] as const;
export const title =
	'Kỳ họp thứ 6, HĐND tỉnh Minh Giang khóa II, nhiệm kỳ 2026–2031 (kỳ họp thường lệ cuối năm 2026)';

export type Vote = {
	readonly code: string;
	readonly subject: string;
	readonly threshold: Threshold;
	readonly resolution: { readonly title: string; readonly isNormative: boolean } | null;
};
export type Item = {
	readonly title: string;
	readonly presenter: string;
	/** Sitting (0 is A/1), planned start, minutes. */
	readonly slots: readonly (readonly [sitting: number, start: string, minutes: number])[];
	readonly votes: readonly Vote[];
	/** Symbols of the generated papers that lie on it. */
	readonly papers: readonly string[];
};

const resolution = (code: string, title: string, isNormative = false): Vote => ({
	code,
	subject: `Thông qua Nghị quyết ${title}`,
	threshold: 'majorityOfAll',
	resolution: { title, isNormative }
});
const drafts = [
	resolution('V02', 'về kế hoạch phát triển kinh tế - xã hội năm 2027'),
	resolution('V03', 'về dự toán ngân sách và phương án phân bổ ngân sách năm 2027'),
	resolution('V04', 'về kế hoạch đầu tư công năm 2027'),
	resolution('V05', 'quy định mức hỗ trợ cán bộ đầu mối chuyển đổi số cấp xã', true),
	resolution('V06', 'quy định mức thu phí sử dụng thư viện số của tỉnh', true),
	resolution('V07', 'về chương trình giám sát năm 2027'),
	resolution('V08', 'về kế hoạch tổ chức các kỳ họp thường lệ năm 2027'),
	resolution('V10', 'xác nhận kết quả bầu bổ sung Ủy viên UBND tỉnh')
];
const adoption: Vote = {
	code: 'V01',
	subject: 'Thông qua chương trình kỳ họp',
	threshold: 'majorityOfAll',
	resolution: null
};
const item = (
	title: string,
	presenter: string,
	slots: Item['slots'],
	{ votes = [], papers = [] }: Partial<Pick<Item, 'votes' | 'papers'>> = {}
): Item => ({ title, presenter, slots, votes, papers });

export const items: readonly Item[] = [
	item('Khai mạc; báo cáo tình hình đại biểu, điểm danh', 'Chủ tọa', [[0, '08:00', 20]]),
	item('Thông qua chương trình kỳ họp', 'Chủ tọa', [[0, '08:20', 10]], {
		votes: [adoption],
		papers: ['41/TTr-HĐND']
	}),
	item(
		'Báo cáo kết quả thực hiện nhiệm vụ KT-XH, QP-AN năm 2026; phương hướng năm 2027',
		'UBND tỉnh',
		[[0, '08:30', 20]],
		{ papers: ['405/BC-UBND'] }
	),
	item(
		'Thông báo hoạt động tham gia xây dựng chính quyền; tổng hợp ý kiến, kiến nghị cử tri',
		'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
		[[0, '08:50', 15]]
	),
	item(
		'Báo cáo hoạt động của Thường trực HĐND và các nội dung đã quyết định giữa hai kỳ họp',
		'Thường trực HĐND tỉnh',
		[[0, '09:05', 10]]
	),
	item(
		'Trình các tờ trình, dự thảo nghị quyết; báo cáo thẩm tra của các Ban',
		'UBND tỉnh, các Ban HĐND',
		[[0, '09:15', 60]],
		{ papers: ['313/TTr-UBND', '315/TTr-UBND', '54/BC-KTNS'] }
	),
	item('Thảo luận tại tổ và tại hội trường', 'Tổ trưởng, Chủ tọa', [
		[0, '10:30', 60],
		[1, '13:30', 90]
	]),
	item('Chất vấn và trả lời chất vấn', 'Chủ tọa', [[1, '15:00', 150]], { papers: ['407/BC-UBND'] }),
	item('Tiếp tục thảo luận; UBND giải trình, tiếp thu', 'UBND tỉnh', [[2, '08:00', 60]]),
	item('Công tác nhân sự: miễn nhiệm 01 Ủy viên UBND; bầu bổ sung 01 Ủy viên UBND', 'Thường trực HĐND tỉnh', [
		[2, '09:00', 60]
	]),
	item('Biểu quyết thông qua các nghị quyết', 'Chủ tọa', [[2, '10:00', 40]], { votes: drafts }),
	item('Bế mạc; thông qua biên bản', 'Chủ tọa', [[2, '10:40', 20]])
];
