import { layGround, trustingHome } from '../support/ground.ts';

/** The browsers of the stories get a home of their own, in which the authority is trusted. */
export default async function () {
	const takeAway = await layGround();
	process.env.HOME = trustingHome();
	return takeAway;
}
