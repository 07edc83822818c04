// Item 7 under discussion: nine have asked for the floor, two have spoken, the third is past his time, six wait.
import { minutes, type Stage } from './stage.ts';
import { takeUp, type Session } from './session.ts';

/** In the order of their asking: who, what about, and how many minutes before now. */
const requests = [
	['db13', 'Tiến độ sắp xếp trụ sở sau khi bỏ cấp huyện', 24],
	['db30', 'Biên chế y tế cấp xã', 23],
	['db33', 'Đường truyền của các điểm cầu vùng cao', 22],
	['db38', 'Trường bán trú sau sắp xếp', 18],
	['db21', '31 xã chưa đạt chuẩn họp trực tuyến', 16],
	['db06', 'Thư viện và nhà văn hóa xã', 14],
	['db47', '', 12],
	['db19', 'Nguồn vốn cho hạ tầng số', 9],
	['db48', 'Phí hồ sơ trực tuyến', 6]
] as const;
/** Called when, begun when, ended when, in minutes before now; the last one still speaks. */
const speeches = [
	['ĐB-13', 21, 20.5, 16.5],
	['ĐB-30', 16, 15.6, 11.2],
	['ĐB-33', 10.9, 10.4, null]
] as const;

export async function discuss(stage: Stage, session: Session, now: number): Promise<void> {
	const ago = (count: number) => stage.at(now - count * minutes);
	ago(26);
	await takeUp(stage, session, 7);
	const acts = [
		...requests.map(([who, subject, asked]) => {
			return { asked, does: () => stage.acts(who, session, 'floor.requestToSpeak', { subject }) };
		}),
		...speeches.flatMap(([seat, called, began, ended]) => [
			{
				asked: called,
				does: () => stage.acts('ha', session, 'floor.grant', { seat, after: null })
			},
			{ asked: began, does: () => stage.acts('ha', session, 'floor.beginClock', { seat }) },
			...(ended === null
				? []
				: [{ asked: ended, does: () => stage.acts('ha', session, 'floor.end', { seat }) }])
		])
	].sort((a, b) => b.asked - a.asked);
	for (const { asked, does } of acts) {
		ago(asked);
		await does();
	}
}
