// Office, technical and outside people (demo case, 1.2). Beside each, why he or she exists. What somebody is only in one
// meeting is given with the meeting, not here; who serves the council in every meeting has the role in the council.
import type { Gender } from '#domain/accounts/person.ts';
import type { Role } from '#domain/journal/role.ts';

type Post = { readonly unit: string; readonly title: string };
type Granted = { readonly role: Role; readonly unit: string };
export type OfficePerson = readonly [
	signInName: string,
	name: string,
	gender: Gender,
	post: Post,
	roles?: readonly Granted[]
];

export const office: readonly OfficePerson[] = [
	// runs the console, edits minutes; no vote, so no ballot covers her screen
	[
		'ha',
		'Lương Thị Thu Hà',
		'female',
		{ unit: 'MG-VP', title: 'chuyên viên Văn phòng' },
		[{ role: 'secretary', unit: 'MG-HDND' }]
	],
	// edits at the same time; takes the console over on day 2
	[
		'ngan',
		'Lại Thị Ngân',
		'female',
		{ unit: 'MG-VP', title: 'chuyên viên Văn phòng' },
		[{ role: 'secretary', unit: 'MG-HDND' }]
	],
	// badges, shared tablets, 60 people in three minutes
	['anh', 'Kiều Thị Ánh', 'female', { unit: 'MG-VP', title: 'lễ tân' }, [{ role: 'usher', unit: 'MG-HDND' }]],
	// agency certificate: numbers, seals, takes in paper
	[
		'nhan',
		'Tống Thị Nhàn',
		'female',
		{ unit: 'MG-VP', title: 'văn thư Văn phòng' },
		[
			{ role: 'recordsClerk', unit: 'MG-HDND' },
			{ role: 'recordsClerk', unit: 'MG-VP' }
		]
	],
	// sealed files; second person of a destruction
	[
		'lua',
		'Triệu Thị Lụa',
		'female',
		{ unit: 'MG-VP', title: 'lưu trữ' },
		[{ role: 'archivist', unit: 'MG-HDND' }]
	],
	// people, rules, devices; no way into ballots
	[
		'phuc',
		'Cù Đức Phúc',
		'male',
		{ unit: 'MG-VP', title: 'trưởng phòng, Văn phòng' },
		[
			{ role: 'unitAdmin', unit: 'MG-VP' },
			{ role: 'unitAdmin', unit: 'MG-HDND' }
		]
	],
	// hall screen, sound; answers *Mời hỗ trợ*
	[
		'tiep',
		'Hứa Văn Tiệp',
		'male',
		{ unit: 'MG-VP', title: 'kỹ thuật' },
		[{ role: 'technician', unit: 'MG-HDND' }]
	],
	// operates the commune room
	['thkt', 'Lường Văn Quý', 'male', { unit: 'TH-VP', title: 'kỹ thuật xã Tân Hòa' }],
	// speaks over the weak line
	['hmdc', 'Tô Thị Hải Yến', 'female', { unit: 'HM-HDND', title: 'Chủ tịch HĐND đặc khu' }],
	// line lost, comes back alone
	['hmkt', 'Khúc Văn Bắc', 'male', { unit: 'HM-UBND', title: 'kỹ thuật đặc khu Hòn Mây' }],
	// asked, answers from his point
	['tgdc', 'Quách Đình Nam', 'male', { unit: 'TG-HDND', title: 'Chủ tịch HĐND phường' }],
	// the point where all goes well
	['tgkt', 'Giáp Thị Thơm', 'female', { unit: 'TG-HDND', title: 'kỹ thuật phường Trung Giang' }],
	// one clerk does everything, no help
	[
		'thvp',
		'Bế Thị Hiền',
		'female',
		{ unit: 'TH-VP', title: 'công chức' },
		[
			{ role: 'recordsClerk', unit: 'TH-HDND' },
			{ role: 'recordsClerk', unit: 'TH-UBND' },
			{ role: 'unitAdmin', unit: 'TH-HDND' },
			{ role: 'unitAdmin', unit: 'TH-UBND' },
			{ role: 'secretary', unit: 'TH-HDND' }
		]
	],
	// questioned; not a delegate
	['thub', 'Chu Văn Thắng', 'male', { unit: 'TH-UBND', title: 'Chủ tịch UBND xã' }],
	// sends the opinion round, chases silence
	[
		'ubvp',
		'Nghiêm Thị Thu',
		'female',
		{ unit: 'MG-VPUB', title: 'chuyên viên' },
		[{ role: 'secretary', unit: 'MG-UBND' }]
	],
	// signed files; tasks
	[
		'stc',
		'Ninh Thị Thảo',
		'female',
		{ unit: 'MG-STC', title: 'chuyên viên' },
		[{ role: 'unitClerk', unit: 'MG-STC' }]
	],
	// scanned certified copies
	[
		'hmvp',
		'Lục Thị Sen',
		'female',
		{ unit: 'HM-UBND', title: 'văn thư' },
		[
			{ role: 'unitClerk', unit: 'HM-UBND' },
			{ role: 'recordsClerk', unit: 'HM-UBND' }
		]
	],
	// not a member, no ballot
	[
		'ktvp',
		'Phùng Thị Dung',
		'female',
		{ unit: 'MG-UBKT', title: 'văn phòng' },
		[{ role: 'secretary', unit: 'MG-UBKT' }]
	],
	// Party numbers and seal
	[
		'ktvt',
		'Ôn Thị Nga',
		'female',
		{ unit: 'MG-UBKT', title: 'văn thư' },
		[{ role: 'recordsClerk', unit: 'MG-UBKT' }]
	],
	// proves that nothing calls out
	[
		'ktqt',
		'Vi Văn Hợp',
		'male',
		{ unit: 'MG-UBKT', title: 'kỹ thuật' },
		[
			{ role: 'systemAdmin', unit: 'MG-UBKT' },
			{ role: 'technician', unit: 'MG-UBKT' }
		]
	],
	// reads all records, changes nothing
	[
		'chau',
		'Mạc Thị Châu',
		'female',
		{ unit: 'MG-TTR', title: 'thanh tra viên' },
		[{ role: 'inspector', unit: 'MG' }]
	]
];
