// Makes the demo on an empty installation, up to a scene. All scenes begin with the people, and each goes on from the one
// before it, except that a discussion or a vote left open is no way to an ended session.
import { instant } from '#lib/time.ts';
import { clock } from '#server/platform/clock.ts';
import { makePeople, type DemoAccount } from './people.ts';
import { draftSession, sealSession } from './sealing.ts';
import { discuss } from './discussing.ts';
import { callSession, endSession, enterRules, openSession, openVote } from './session.ts';
import { days, minutes, Stage } from './stage.ts';

export type Scene = 'people' | 'called' | 'opened' | 'discussing' | 'voteOpen' | 'ended' | 'sealed';

/** `now` is when the demo is made: what a scene tells has happened in the hour before it. */
export async function makeDemo(scene: Scene): Promise<{ accounts: readonly DemoAccount[] }> {
	const now = clock.now();
	const stage = new Stage(instant(now - 30 * days));
	const accounts = await makePeople();
	await enterRules(stage);
	if (scene === 'people') return { accounts };
	const session = await callSession(stage, now);
	if (scene === 'called') return { accounts };
	stage.at(now - (scene === 'opened' ? 5 : 50) * minutes);
	await openSession(stage, session);
	if (scene === 'opened') return { accounts };
	if (scene === 'discussing') {
		await discuss(stage, session, now);
		return { accounts };
	}
	if (scene === 'voteOpen') {
		await openVote(stage, session, now);
		return { accounts };
	}
	await endSession(stage, session);
	const records = await draftSession(stage, session);
	if (scene === 'sealed') await sealSession(stage, session, records);
	return { accounts };
}
