// The sixth session from every scene to where the next one stands, up to the public page that checks its resolution. In one,
// from its preparing to that page and with its bridge points, it is played with video: session.livekit.test.ts.
import { test } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct } from '../support/product.ts';
import {
	adopt,
	carryV05,
	castAfterLostLine,
	conclude,
	discuss,
	end,
	failV06,
	gather,
	openSitting,
	openV05,
	pairHall,
	record,
	stageOf,
	takePlaces,
	typeHallCode,
	verify,
	type Stage
} from '../support/session-play.ts';
import { Cast } from '../support/session-story.ts';
import { shows } from './shows.ts';

const scenes = ['called', 'opened', 'voteOpen', 'ended', 'sealed'] as const;
type From = (typeof scenes)[number];
const open = async (stage: Stage) => {
	await gather(stage);
	await typeHallCode(stage);
	await openSitting(stage);
};
const discussAndConclude = async (stage: Stage) => {
	await discuss(stage);
	await conclude(stage);
};
const voteWithLostLine = async (stage: Stage) => {
	await openV05(stage);
	await castAfterLostLine(stage);
};
type Part = { readonly name: string; readonly from: From; play(stage: Stage, from: From): Promise<void> };
/** In order; a scene stands before the first part that names it. */
const parts: readonly Part[] = [
	{ name: '2 the sitting is opened with 56 of 60', from: 'called', play: open },
	{ name: '3 the agenda is adopted: V01', from: 'opened', play: adopt },
	{ name: '3 a conclusion is noted as it was spoken', from: 'opened', play: discussAndConclude },
	{ name: '3 V05 is opened', from: 'opened', play: voteWithLostLine },
	{
		name: '3 V05 is carried by exactly 31',
		from: 'voteOpen',
		play: (stage, from) => carryV05(stage, from === 'voteOpen')
	},
	{ name: '3 V06 is not carried with 30', from: 'voteOpen', play: failV06 },
	{ name: '3 the sitting ends, the session is closed', from: 'voteOpen', play: end },
	{ name: '4 minutes and resolution are signed and sealed', from: 'ended', play: record },
	{ name: '5 anybody checks the resolution', from: 'sealed', play: verify }
];
const isRunning = (scene: From) => scene !== 'ended' && scene !== 'sealed';

test.describe('the sixth session is played', () => {
	test.describe.configure({ mode: 'parallel' });
	for (const scene of scenes)
		test(`from ${scene}`, shows(25, 27, 32, 38, 41, 43, 44, 71, 73, 78), async ({ browser }) => {
			test.setTimeout(300_000);
			const product = await startProduct(scene);
			const cast = new Cast(browser, product);
			const stage = await stageOf(cast);
			cast.meeting = await meetingOf(product);
			if (isRunning(scene)) {
				await takePlaces(stage);
				await pairHall(stage);
			}
			for (const { name, play } of parts.filter(({ from }) => from === scene))
				await test.step(name, () => play(stage, scene));
			await cast.close();
			await product.close();
		});
});
