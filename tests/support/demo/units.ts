// The tree of units of the demo province (demo case, 1): parents before children. All of it is invented.
import type { NewUnit } from '#server/accounts/commands.ts';

/** Who runs the servers of the province: the first unit, to which the administrator belongs. */
export const centre: NewUnit = {
	code: 'MG-CDS',
	name: 'Trung tâm Chuyển đổi số tỉnh',
	kind: 'department',
	level: 'province',
	organisation: true
};

const groups = [1, 2, 3, 4, 5, 6, 7].map((n): NewUnit => ({
	code: `MG-TDB${n}`,
	name: `Tổ đại biểu số ${n}`,
	kind: 'delegateGroup',
	level: 'province',
	body: true,
	parent: 'MG-HDND'
}));

export const units: readonly NewUnit[] = [
	{ code: 'MG', name: 'tỉnh Minh Giang', kind: 'province', level: 'province' },
	{
		code: 'MG-HDND',
		name: 'Hội đồng nhân dân tỉnh Minh Giang',
		kind: 'peoplesCouncil',
		organisation: true,
		body: true,
		level: 'province',
		parent: 'MG'
	},
	{
		code: 'MG-TT',
		name: 'Thường trực HĐND tỉnh',
		kind: 'standingBody',
		body: true,
		level: 'province',
		parent: 'MG-HDND'
	},
	{
		code: 'MG-PC',
		name: 'Ban Pháp chế',
		kind: 'committee',
		body: true,
		level: 'province',
		parent: 'MG-HDND'
	},
	{
		code: 'MG-KTNS',
		name: 'Ban Kinh tế - Ngân sách',
		kind: 'committee',
		body: true,
		level: 'province',
		parent: 'MG-HDND'
	},
	{
		code: 'MG-VHXH',
		name: 'Ban Văn hóa - Xã hội',
		kind: 'committee',
		body: true,
		level: 'province',
		parent: 'MG-HDND'
	},
	...groups,
	{
		code: 'MG-UBND',
		name: 'Ủy ban nhân dân tỉnh Minh Giang',
		kind: 'peoplesCommittee',
		organisation: true,
		body: true,
		level: 'province',
		parent: 'MG'
	},
	{
		code: 'MG-VP',
		name: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
		kind: 'office',
		organisation: true,
		level: 'province',
		parent: 'MG'
	},
	{
		code: 'MG-STC',
		name: 'Sở Tài chính',
		kind: 'department',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{
		code: 'MG-SKHCN',
		name: 'Sở Khoa học và Công nghệ',
		kind: 'department',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{
		code: 'MG-SNV',
		name: 'Sở Nội vụ',
		kind: 'department',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{
		code: 'MG-SYT',
		name: 'Sở Y tế',
		kind: 'department',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{
		code: 'MG-SVH',
		name: 'Sở Văn hóa, Thể thao và Du lịch',
		kind: 'department',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{
		code: 'MG-VPUB',
		name: 'Văn phòng UBND tỉnh',
		kind: 'office',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{
		code: 'MG-TTR',
		name: 'Thanh tra tỉnh',
		kind: 'department',
		organisation: true,
		level: 'province',
		parent: 'MG-UBND'
	},
	{ code: 'MG-TU', name: 'Tỉnh ủy Minh Giang', kind: 'partyCommittee', level: 'province', parent: 'MG' },
	{
		code: 'MG-UBKT',
		name: 'Ủy ban Kiểm tra Tỉnh ủy Minh Giang',
		kind: 'inspectionCommission',
		organisation: true,
		body: true,
		level: 'province',
		parent: 'MG-TU'
	},
	{ code: 'TH', name: 'xã Tân Hòa', kind: 'commune', communeKind: 'xa', level: 'commune', parent: 'MG' },
	{
		code: 'TH-HDND',
		name: 'Hội đồng nhân dân xã Tân Hòa',
		kind: 'peoplesCouncil',
		organisation: true,
		body: true,
		level: 'commune',
		parent: 'TH'
	},
	{
		code: 'TH-UBND',
		name: 'Ủy ban nhân dân xã Tân Hòa',
		kind: 'peoplesCommittee',
		organisation: true,
		body: true,
		level: 'commune',
		parent: 'TH'
	},
	{
		code: 'TH-VP',
		name: 'Văn phòng HĐND và UBND xã Tân Hòa',
		kind: 'office',
		level: 'commune',
		parent: 'TH'
	},
	{
		code: 'HM',
		name: 'đặc khu Hòn Mây',
		kind: 'commune',
		communeKind: 'dacKhu',
		level: 'commune',
		parent: 'MG'
	},
	{
		code: 'HM-HDND',
		name: 'Hội đồng nhân dân đặc khu Hòn Mây',
		kind: 'peoplesCouncil',
		organisation: true,
		body: true,
		level: 'commune',
		parent: 'HM'
	},
	{
		code: 'HM-UBND',
		name: 'Ủy ban nhân dân đặc khu Hòn Mây',
		kind: 'peoplesCommittee',
		organisation: true,
		body: true,
		level: 'commune',
		parent: 'HM'
	},
	{
		code: 'TG',
		name: 'phường Trung Giang',
		kind: 'commune',
		communeKind: 'phuong',
		level: 'commune',
		parent: 'MG'
	},
	{
		code: 'TG-HDND',
		name: 'Hội đồng nhân dân phường Trung Giang',
		kind: 'peoplesCouncil',
		organisation: true,
		body: true,
		level: 'commune',
		parent: 'TG'
	},
	{ code: 'LV', name: 'xã Lũng Vân', kind: 'commune', communeKind: 'xa', level: 'commune', parent: 'MG' }
];
