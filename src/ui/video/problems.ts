import type { DeviceProblem } from '#client/video/device-problem.ts';
import { m } from '#i18n/messages/messages.js';

const sentences: { readonly [problem in DeviceProblem]: (facts: { device: string }) => string } = {
	refused: m.video_problem_refused,
	none: m.video_problem_none,
	taken: m.video_problem_taken,
	failed: m.video_problem_failed
};
type Problems = Readonly<Record<'camera' | 'microphone', DeviceProblem | null>>;
/** What is wrong with the own devices, each with what to do. */
export const problemsInWords = ({ camera, microphone }: Problems): readonly string[] => [
	...(camera ? [sentences[camera]({ device: m.video_camera() })] : []),
	...(microphone ? [sentences[microphone]({ device: m.video_microphone() })] : [])
];
