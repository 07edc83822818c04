import type { PointState } from '#domain/video/points.ts';
import type { PointLine } from '#domain/video/line.ts';
import { clockTime } from '#i18n/format.ts';
import { m } from '#i18n/messages/messages.js';

export type Shown = { readonly tone: 'ok' | 'warn' | 'bad' | 'none'; readonly text: string };

/** How a bridge point is, for those who conduct: its line now, or since when it is gone. */
export function pointInWords({ joinedAt, goneAt }: PointState, line: PointLine | undefined): Shown {
	if (joinedAt === null) return { tone: 'none', text: m.video_pointNever() };
	if (goneAt !== null) return { tone: 'bad', text: m.video_pointGoneSince({ time: clockTime(goneAt) }) };
	switch (line?.level) {
		case 'weak':
			return { tone: 'warn', text: m.video_pointWeak() };
		case 'soundOnly':
			return { tone: 'warn', text: m.video_pointSoundOnly() };
		case 'gone':
			return { tone: 'bad', text: m.video_lineGone() };
		case 'full':
			return { tone: 'ok', text: m.video_pointFull() };
		case undefined:
			return { tone: 'none', text: m.video_pointNoSign() };
	}
}
