// The six papers of the first release (demo case 2.6), as data for the product's own typesetting. Page counts and the
// sentences that tests and stories look for are exactly those of the case.
import type { CalendarDate, PaperContent, PaperPage } from '../../../src/domain/records/content.ts';

type Anchors = { readonly [page: number]: string };
type Paper = {
	readonly symbol: string;
	readonly title: string;
	readonly issuer: string;
	readonly pages: number;
	readonly versions: readonly Anchors[];
};

const STOCK = [
	'Các cơ quan, đơn vị đã triển khai nhiệm vụ theo chương trình công tác năm.',
	'Nguồn lực được bố trí theo thứ tự ưu tiên, tiết kiệm.',
	'Công tác phối hợp giữa các ngành, các cấp có chuyển biến.'
];
const PARAGRAPHS = 5;
const STANDING_BODY = 'Thường trực Hội đồng nhân dân tỉnh Minh Giang';
const PEOPLES_COMMITTEE = 'Ủy ban nhân dân tỉnh Minh Giang';

export const papers: readonly Paper[] = [
	{
		symbol: '41/TTr-HĐND',
		title: 'Tờ trình dự thảo chương trình kỳ họp thứ 6',
		issuer: STANDING_BODY,
		pages: 4,
		versions: [
			{
				2: 'Tổng thời lượng 615 phút, trong đó thảo luận và chất vấn 360 phút.',
				4: 'Danh sách dự kiến Ban kiểm phiếu: Mai Đức Tấn, Dương Thị Kim Huệ, Đinh Công Kiên.'
			}
		]
	},
	{
		symbol: '405/BC-UBND',
		title:
			'Báo cáo tóm tắt kết quả thực hiện nhiệm vụ kinh tế - xã hội, quốc phòng - an ninh năm 2026; phương hướng năm 2027',
		issuer: PEOPLES_COMMITTEE,
		pages: 16,
		versions: [
			{
				3: 'Tổng sản phẩm trên địa bàn ước tăng 8,12%.',
				9: 'Còn 31 xã có đường truyền chưa đạt chuẩn họp trực tuyến.',
				14: 'Giải ngân vốn đầu tư công đạt 68% kế hoạch.'
			}
		]
	},
	{
		symbol: '313/TTr-UBND',
		title: 'Tờ trình, dự thảo nghị quyết về dự toán ngân sách và phương án phân bổ ngân sách năm 2027',
		issuer: PEOPLES_COMMITTEE,
		pages: 20,
		versions: [
			{
				11: 'Chi thường xuyên năm 2027 là 9.846,5 tỷ đồng, tăng 6,2%.',
				14: 'Dự phòng bằng 2,5% tổng chi.'
			}
		]
	},
	{
		symbol: '315/TTr-UBND',
		title: 'Tờ trình, dự thảo nghị quyết quy định mức hỗ trợ cán bộ đầu mối chuyển đổi số cấp xã',
		issuer: PEOPLES_COMMITTEE,
		pages: 8,
		versions: [
			{
				1: 'Dự thảo lần 1',
				3: '98 người, mỗi xã, phường, đặc khu 01 người',
				5: 'Điều 3. Mức hỗ trợ là 1.200.000 đồng/người/tháng.',
				7: 'Kinh phí năm 2027 là 1.411.200.000 đồng.'
			},
			{
				1: 'Dự thảo lần 2',
				3: '98 người, mỗi xã, phường, đặc khu 01 người',
				5: 'Điều 3. Mức hỗ trợ là 1.500.000 đồng/người/tháng.',
				7: 'Kinh phí năm 2027 là 1.764.000.000 đồng.'
			}
		]
	},
	{
		symbol: '54/BC-KTNS',
		title: 'Báo cáo thẩm tra kế hoạch phát triển kinh tế - xã hội và dự toán ngân sách năm 2027',
		issuer: 'Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Minh Giang',
		pages: 10,
		versions: [
			{
				4: 'Ban tán thành mức chi thường xuyên 9.846,5 tỷ đồng.',
				8: 'Đề nghị rà soát 14 nhiệm vụ chi.'
			}
		]
	},
	{
		symbol: '407/BC-UBND',
		title: 'Báo cáo trả lời chất vấn tại kỳ họp thứ 6',
		issuer: PEOPLES_COMMITTEE,
		pages: 6,
		versions: [
			{
				2: '100% xã có đường truyền đạt chuẩn trước ngày 30 tháng 6 năm 2027.',
				5: 'Mở 03 lớp tập huấn ký số trong quý I năm 2027.'
			}
		]
	}
];

/** The one page that lies across: the budget's figures. */
const BUDGET_TABLE = {
	symbol: '313/TTr-UBND',
	page: 7,
	table: {
		head: ['Nội dung', 'tỷ đồng'],
		rows: [
			['chi đầu tư', '2.321,5'],
			['chi thường xuyên', '9.846,5'],
			['dự phòng', '312,0'],
			['tổng chi', '12.480,0']
		]
	}
};

/** One version of a paper, counted from 1, dated `date`. Throws where the case has none. */
export function paperContent(symbol: string, version: number, date: CalendarDate): PaperContent {
	const paper = papers.find((one) => one.symbol === symbol);
	const anchors = paper?.versions[version - 1];
	if (!paper || !anchors) throw new Error(`the demo case has no version ${version} of ${symbol}`);
	const pages = Array.from({ length: paper.pages }, (_, i) => pageOf(paper, i + 1, anchors[i + 1]));
	return { symbol, title: paper.title, issuer: paper.issuer, date, pages };
}

function pageOf(paper: Paper, page: number, anchor: string | undefined): PaperPage {
	const stock = Array.from({ length: PARAGRAPHS }, (_, i) => `${page}.${i + 1}. ${STOCK[i % STOCK.length]}`);
	const lies = paper.symbol === BUDGET_TABLE.symbol && page === BUDGET_TABLE.page;
	return {
		heading: page === 1 ? paper.title : `Phần ${page}`,
		paragraphs: anchor ? [anchor, ...stock] : stock,
		landscape: lies,
		table: lies ? BUDGET_TABLE.table : null
	};
}
