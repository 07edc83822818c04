// The members of the other bodies (demo case, 1.3 to 1.5), in the order of their numbers.
import type { Gender } from '#domain/accounts/person.ts';

export type BodyMember = readonly [code: string, name: string, gender: Gender, title?: string];

/** Xã Tân Hòa: 20 delegates, 8 of them women. */
export const tanHoa: readonly BodyMember[] = [
	['TH-01', 'Hoàng Văn Sự', 'male', 'Chủ tịch HĐND xã'],
	['TH-02', 'Lường Thị Nhẫn', 'female', 'Phó Chủ tịch HĐND xã'],
	['TH-03', 'Hà Văn Chính', 'male', 'Trưởng Ban Kinh tế - Ngân sách'],
	['TH-04', 'Cầm Thị Thoa', 'female', 'Trưởng Ban Văn hóa - Xã hội'],
	['TH-05', 'Nguyễn Đình Phượng', 'male'],
	// a short name
	['TH-06', 'Quàng Văn Ín', 'male'],
	['TH-07', 'Đỗ Thị Mùi', 'female'],
	['TH-08', 'Trần Bá Thọ', 'male'],
	['TH-09', 'Lê Hữu Cẩn', 'male'],
	['TH-10', 'Vì Thị Lả', 'female'],
	['TH-11', 'Phạm Văn Tuất', 'male'],
	['TH-12', 'Tòng Văn Hặc', 'male'],
	['TH-13', 'Bùi Thị Nụ', 'female'],
	// takes part by telephone: the road is cut
	['TH-14', 'Lò Văn Pản', 'male'],
	// secretary of the session who votes and signs
	['TH-15', 'Nguyễn Thị Chinh', 'female'],
	['TH-16', 'Đinh Văn Hảo', 'male'],
	['TH-17', 'Mùa A Sinh', 'male'],
	['TH-18', 'Ngô Thị Tấm', 'female'],
	// absent, excused
	['TH-19', 'Trương Đức Mạnh', 'male'],
	['TH-20', 'Hoàng Thị Ngát', 'female']
];

/** UBND tỉnh: 22 members, 8 of them women. The one elected in V09 is not a member before. */
export const provincialCommittee: readonly BodyMember[] = [
	// presides; his side decides a tie
	['UB-01', 'Trịnh Bá Thao', 'male', 'Chủ tịch UBND tỉnh'],
	['UB-02', 'Lưu Đình Khoa', 'male', 'Phó Chủ tịch UBND tỉnh'],
	['UB-03', 'Tăng Thị Bích Hạnh', 'female', 'Phó Chủ tịch UBND tỉnh'],
	['UB-04', 'Thái Khắc Lợi', 'male', 'Phó Chủ tịch UBND tỉnh'],
	['UB-05', 'Kim Ngọc Trâm', 'female', 'Giám đốc Sở Khoa học và Công nghệ'],
	['UB-06', 'Văn Đình Chiến', 'male', 'Giám đốc Sở Nội vụ'],
	['UB-07', 'Cao Thị Nhung', 'female', 'Giám đốc Sở Tài chính'],
	['UB-08', 'Tôn Quang Bảo', 'male', 'Giám đốc Sở Y tế'],
	['UB-09', 'Từ Thị Ngọc Ánh', 'female', 'Giám đốc Sở Văn hóa, Thể thao và Du lịch'],
	['UB-10', 'Phó Đức Hòa', 'male', 'Giám đốc Sở Xây dựng'],
	['UB-11', 'La Văn Thuận', 'male', 'Giám đốc Sở Nông nghiệp và Môi trường'],
	['UB-12', 'Ứng Thị Loan', 'female', 'Giám đốc Sở Giáo dục và Đào tạo'],
	['UB-13', 'Doãn Văn Khánh', 'male', 'Giám đốc Sở Công Thương'],
	['UB-14', 'Hàn Thị Vân', 'female', 'Giám đốc Sở Tư pháp'],
	['UB-15', 'Bạch Văn Tuyên', 'male', 'Chánh Văn phòng UBND tỉnh'],
	['UB-16', 'Nhữ Đình Phong', 'male', 'Chánh Thanh tra tỉnh'],
	['UB-17', 'Lều Văn Đức', 'male', 'Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh'],
	['UB-18', 'Sầm Đình Lập', 'male', 'Giám đốc Công an tỉnh'],
	['UB-19', 'Mẫn Thị Huyền', 'female', 'Giám đốc Sở Ngoại vụ'],
	['UB-20', 'Giàng A Páo', 'male', 'Giám đốc Sở Dân tộc và Tôn giáo'],
	['UB-21', 'Thân Thị Lý', 'female', 'Trưởng ban Ban Quản lý khu công nghiệp'],
	// released in A, item 10
	['UB-22', 'Viên Đình Tùng', 'male']
];

/** Ủy ban Kiểm tra Tỉnh ủy: 11 members, 3 of them women. */
export const inspectionCommission: readonly BodyMember[] = [
	['KT-01', 'Vương Đình Sáng', 'male', 'Chủ nhiệm UBKT Tỉnh ủy'],
	['KT-02', 'Lý Thị Hoài', 'female', 'Phó Chủ nhiệm UBKT Tỉnh ủy'],
	['KT-03', 'Nông Văn Chúc', 'male', 'Phó Chủ nhiệm UBKT Tỉnh ủy'],
	['KT-04', 'Dương Đình Mậu', 'male', 'Phó Chủ nhiệm UBKT Tỉnh ủy'],
	// head of the tellers
	['KT-05', 'Đoàn Thị Bích Ngà', 'female'],
	// teller
	['KT-06', 'Hứa Viết Đông', 'male'],
	['KT-07', 'Tạ Quang Viên', 'male'],
	// steps out for đảng viên B
	['KT-08', 'Lục Văn Hiền', 'male'],
	['KT-09', 'Phạm Thị Thu Cúc', 'female'],
	// teller
	['KT-10', 'Chu Đức Trí', 'male'],
	['KT-11', 'Mai Thế Dũng', 'male']
];
