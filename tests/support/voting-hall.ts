// A vote in a story as it is conducted and cast over http, and the wall that shows it.
import { expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { RoundId } from '#domain/journal/ids.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { Choice } from '#domain/voting/vote-round.ts';
import { passwordOf } from './at-work.ts';
import type { Answer } from './caller.ts';
import type { Cast } from './session-story.ts';

/** Ends what is under way and takes up an item by its number. */
export async function takeUp(cast: Cast, number: number): Promise<AgendaItem> {
	const { meeting } = await cast.live();
	const item = meeting.agenda[number - 1];
	if (!item) throw new Error(`the session has no item ${number}`);
	if (meeting.current) await cast.command('ha', 'meetings.endItem');
	await cast.command('ha', 'meetings.startItem', { item: item.id });
	return item;
}

/** The chair shows once in this sitting that it is he. */
export async function stepUp(cast: Cast): Promise<void> {
	const [sitting] = (await cast.live()).meeting.sittings;
	const password = passwordOf(cast.product, 'db01');
	const answer = await (await cast.caller('db01')).postJson('/step-up', { password, sitting: sitting?.id });
	expect(answer.status, answer.text).toBe(200);
}

/** The chair opens a vote of the item in hand. */
export async function openVote(cast: Cast, { votes }: AgendaItem, code: string): Promise<RoundId> {
	const vote = votes.find((planned) => planned.code === code);
	const round = randomUUID() as RoundId;
	await cast.command('db01', 'voting.openRound', { round, vote: vote?.id });
	return round;
}

type Ballot = { readonly round: RoundId; readonly choice: Choice };
/** Sends somebody's first ballot in a round; the answer may be a refusal. */
export async function press(cast: Cast, who: string, ballot: Ballot): Promise<Answer> {
	return (await cast.caller(who)).postJson(`/live/${cast.meeting}/ballots`, { ...ballot, attempt: 1 });
}

/** A wall that the secretary has paired by the code on it. */
export async function pairedWall(cast: Cast): Promise<Page> {
	const wall = await cast.device('hall');
	await wall.goto(`${cast.product.origin}/screen`);
	const code = (await wall.getByLabel(/^Mã ghép màn hình/).textContent()) ?? '';
	await (await cast.caller('ha')).postForm(`/meetings/${cast.meeting}/screens`, { code });
	await expect(wall).toHaveURL(/\/screen\/hall$/);
	return wall;
}
