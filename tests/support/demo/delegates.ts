// The 60 delegates of the provincial council (demo case, 1.1), in the order of their numbers. A reason beside a name says why
// it is here; the others fill the hall and the denominator.
import type { Gender } from '#domain/accounts/person.ts';

export type Delegate = {
	readonly code: string;
	readonly name: string;
	readonly gender: Gender;
	readonly group: number;
	readonly committee: 'MG-PC' | 'MG-KTNS' | 'MG-VHXH' | null;
	readonly position: { readonly unit: string; readonly title: string } | null;
};

type Row = readonly [
	code: string,
	name: string,
	gender: Gender,
	group: number,
	committee: Delegate['committee'],
	position?: Delegate['position']
];
const rows: readonly Row[] = [
	// Chủ tịch HĐND tỉnh; Chủ tọa kỳ họp
	['ĐB-01', 'Đỗ Hữu Cường', 'male', 1, null, { unit: 'MG-HDND', title: 'Chủ tịch HĐND tỉnh' }],
	// Phó Chủ tịch HĐND tỉnh (chuyên trách)
	['ĐB-02', 'Đinh Xuân Thịnh', 'male', 2, null, { unit: 'MG-HDND', title: 'Phó Chủ tịch HĐND tỉnh' }],
	// Phó Chủ tịch HĐND tỉnh (chuyên trách)
	['ĐB-03', 'Tạ Thị Minh Duyên', 'female', 3, null, { unit: 'MG-HDND', title: 'Phó Chủ tịch HĐND tỉnh' }],
	['ĐB-04', 'Nguyễn Quốc Toàn', 'male', 4, 'MG-PC', { unit: 'MG-PC', title: 'Trưởng Ban Pháp chế' }],
	[
		'ĐB-05',
		'Vũ Quốc Vinh',
		'male',
		5,
		'MG-KTNS',
		{ unit: 'MG-KTNS', title: 'Trưởng Ban Kinh tế - Ngân sách' }
	],
	[
		'ĐB-06',
		'Phan Thị Thanh Mai',
		'female',
		6,
		'MG-VHXH',
		{ unit: 'MG-VHXH', title: 'Trưởng Ban Văn hóa - Xã hội' }
	],
	['ĐB-07', 'Lý Văn Quyết', 'male', 7, 'MG-PC', { unit: 'MG-PC', title: 'Phó Trưởng Ban Pháp chế' }],
	[
		'ĐB-08',
		'Mai Thị Kim Lan',
		'female',
		1,
		'MG-KTNS',
		{ unit: 'MG-KTNS', title: 'Phó Trưởng Ban Kinh tế - Ngân sách' }
	],
	[
		'ĐB-09',
		'Bùi Công Quyết',
		'male',
		2,
		'MG-VHXH',
		{ unit: 'MG-VHXH', title: 'Phó Trưởng Ban Văn hóa - Xã hội' }
	],
	// Thư ký kỳ họp: biểu quyết, ký biên bản
	['ĐB-10', 'Đặng Thị Kim Liên', 'female', 3, null],
	// Thư ký kỳ họp: biểu quyết, ký biên bản
	['ĐB-11', 'Nông Bá Kiên', 'male', 4, null],
	// Trưởng Ban kiểm phiếu (demo)
	['ĐB-12', 'Mai Đức Tấn', 'male', 5, null],
	['ĐB-13', 'Vũ Công Hiếu', 'male', 6, 'MG-PC'],
	['ĐB-14', 'Trần Thị Yến', 'female', 7, 'MG-KTNS'],
	[
		'ĐB-15',
		'Nguyễn Trọng Lượng',
		'male',
		1,
		'MG-VHXH',
		{ unit: 'MG-TDB1', title: 'Tổ trưởng Tổ đại biểu số 1' }
	],
	['ĐB-16', 'Mai Thị Hồng Huệ', 'female', 2, null, { unit: 'MG-TDB2', title: 'Tổ trưởng Tổ đại biểu số 2' }],
	// vắng có lý do (điều trị)
	['ĐB-17', 'Đinh Hữu Tiến', 'male', 3, null],
	['ĐB-18', 'Vũ Hữu Kiên', 'male', 4, 'MG-PC'],
	[
		'ĐB-19',
		'Lê Thị Thanh Bích',
		'female',
		5,
		'MG-KTNS',
		{ unit: 'MG-TDB5', title: 'Tổ trưởng Tổ đại biểu số 5' }
	],
	['ĐB-20', 'Hoàng Minh Kiên', 'male', 6, 'MG-VHXH'],
	// dự trực tuyến, điểm cầu xã Tân Hòa
	['ĐB-21', 'Lò Xuân Thịnh', 'male', 7, null],
	['ĐB-22', 'Phạm Thị Hồng Huệ', 'female', 1, null],
	['ĐB-23', 'Bùi Công Sơn', 'male', 2, 'MG-PC'],
	[
		'ĐB-24',
		'Trần Minh Thành',
		'male',
		3,
		'MG-KTNS',
		{ unit: 'MG-TDB3', title: 'Tổ trưởng Tổ đại biểu số 3' }
	],
	[
		'ĐB-25',
		'Mai Thị Thanh Trang',
		'female',
		4,
		null,
		{ unit: 'MG-TDB4', title: 'Tổ trưởng Tổ đại biểu số 4' }
	],
	['ĐB-26', 'Hoàng Xuân Đạt', 'male', 5, 'MG-VHXH'],
	['ĐB-27', 'Đinh Ngọc Huệ', 'female', 6, null, { unit: 'MG-TDB6', title: 'Tổ trưởng Tổ đại biểu số 6' }],
	['ĐB-28', 'Bùi Trọng Thịnh', 'male', 7, 'MG-PC', { unit: 'MG-TDB7', title: 'Tổ trưởng Tổ đại biểu số 7' }],
	// đến muộn 08:35 ngày 1
	['ĐB-29', 'Nông Trọng Dũng', 'male', 1, null],
	['ĐB-30', 'Hồ Thị Thủy', 'female', 2, null],
	['ĐB-31', 'Lê Xuân Tấn', 'male', 3, 'MG-KTNS'],
	['ĐB-32', 'Phan Quốc Vinh', 'male', 4, null],
	['ĐB-33', 'Vũ Thị Kim Yến', 'female', 5, 'MG-VHXH'],
	// dự trực tuyến, điểm cầu đặc khu Hòn Mây
	['ĐB-34', 'Vũ Công Nghĩa', 'male', 6, null],
	// Ban kiểm phiếu
	['ĐB-35', 'Dương Thị Kim Huệ', 'female', 7, null],
	// thiết bị hỏng ở V04: ghi nhận thủ công
	['ĐB-36', 'Lê Xuân Vinh', 'male', 1, 'MG-PC'],
	['ĐB-37', 'Hồ Công Khải', 'male', 2, 'MG-KTNS'],
	['ĐB-38', 'Hà Thị Hồng Tuyết', 'female', 3, 'MG-VHXH'],
	['ĐB-39', 'Bùi Công Hưng', 'male', 4, null],
	// vắng có lý do (công tác nước ngoài)
	['ĐB-40', 'Lò Trọng Vinh', 'male', 5, null],
	['ĐB-41', 'Trần Ngọc Lan', 'female', 6, null],
	['ĐB-42', 'Phạm Hữu Tấn', 'male', 7, null],
	['ĐB-43', 'Nông Công Định', 'male', 1, 'MG-KTNS'],
	['ĐB-44', 'Hà Ngọc Bích', 'female', 2, null],
	// về sớm 10:32 ngày 2
	['ĐB-45', 'Bùi Văn Định', 'male', 3, null],
	['ĐB-46', 'Phạm Quốc Lâm', 'male', 4, 'MG-VHXH'],
	['ĐB-47', 'Phạm Thị Thu Mai', 'female', 5, null],
	['ĐB-48', 'Đinh Trọng Quyết', 'male', 6, null],
	// dự trực tuyến, điểm cầu phường Trung Giang
	['ĐB-49', 'Hồ Minh Kiên', 'male', 7, null],
	['ĐB-50', 'Hà Thị Thu Hoa', 'female', 1, null],
	// Ban kiểm phiếu
	['ĐB-51', 'Đinh Công Kiên', 'male', 2, null],
	['ĐB-52', 'Phạm Thị Kim Hoa', 'female', 3, null],
	['ĐB-53', 'Đinh Văn Lâm', 'male', 4, null],
	['ĐB-54', 'Phạm Thanh Lượng', 'male', 5, null],
	['ĐB-55', 'Bùi Thị Thanh Thủy', 'female', 6, null],
	// vắng không lý do
	['ĐB-56', 'Vũ Trọng Thành', 'male', 7, null],
	['ĐB-57', 'Hồ Văn Đạt', 'male', 1, null],
	['ĐB-58', 'Dương Thị Hồng Mai', 'female', 2, null],
	// có mặt, không bấm ở V05
	['ĐB-59', 'Đặng Minh Tấn', 'male', 3, null],
	['ĐB-60', 'Đỗ Quốc Hưng', 'male', 4, null]
];

export const delegates: readonly Delegate[] = rows.map(
	([code, name, gender, group, committee, position = null]) => ({
		code,
		name,
		gender,
		group,
		committee,
		position
	})
);
