import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

export const video: Sentences = {
	pointUnknown: () => m.video_refused_pointUnknown(),
	noRoomYet: () => m.video_refused_noRoomYet(),
	pointNotThere: () => m.video_refused_pointNotThere(),
	pointThere: () => m.video_refused_pointThere(),
	placeTakenOver: () => m.video_refused_placeTakenOver(),
	placeTaken: () => m.video_refused_placeTaken(),
	videoOff: () => m.video_refused_videoOff(),
	videoUnreachable: () => m.video_refused_videoUnreachable(),
	videoClockWrong: () => m.video_refused_videoClockWrong(),
	videoRefused: () => m.video_refused_videoRefused(),
	videoUnknown: () => m.video_refused_videoUnknown()
};
