import os from 'node:os';
import path from 'node:path';
import { layGround, trustingHome } from '../support/ground.ts';

/** The browsers of the stories get a home of their own, in which the authority is trusted. */
export default async function () {
	const takeAway = await layGround();
	process.env.XDG_CACHE_HOME ||= path.join(os.homedir(), '.cache'); // the video server stays where it is
	process.env.HOME = trustingHome();
	return takeAway;
}
