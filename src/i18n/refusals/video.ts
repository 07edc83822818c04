import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

export const video: Sentences = {
	pointUnknown: () => m.video_refused_pointUnknown(),
	noRoomYet: () => m.video_refused_noRoomYet(),
	pointNotThere: () => m.video_refused_pointNotThere(),
	pointThere: () => m.video_refused_pointThere(),
	pointTakenOver: () => m.video_refused_pointTakenOver(),
	pointTaken: () => m.video_refused_pointTaken(),
	videoOff: () => m.video_refused_videoOff(),
	videoUnreachable: () => m.video_refused_videoUnreachable(),
	videoRefused: () => m.video_refused_videoRefused(),
	videoUnknown: () => m.video_refused_videoUnknown()
};
