import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

export const video: Sentences = {
	videoOff: () => m.video_refused_videoOff(),
	videoUnreachable: () => m.video_refused_videoUnreachable(),
	videoRefused: () => m.video_refused_videoRefused(),
	videoUnknown: () => m.video_refused_videoUnknown()
};
