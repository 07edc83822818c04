import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import type { NoticeId } from '#domain/notices/notice.ts';
import { ok } from '#lib/result.ts';
import { actorOutside } from '#server/accounts/actor.ts';
import { clock } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { notices } from './tables.ts';

/** Marks one's own notices as read; those of others stay as they are. */
export const markRead = deskCommand({
	name: 'notices.markRead',
	needs: 'notices.markRead',
	input: v.object({ notice: idOf<NoticeId>() }),
	actor: actorOutside,
	async work(tx, { input: { notice }, by, at }) {
		const own = and(eq(notices.id, notice), eq(notices.person, by.person));
		await tx
			.update(notices)
			.set({ readAt: new Date(at) })
			.where(and(own, isNull(notices.readAt)));
		return ok(null);
	}
});

/** What people were told about something is settled, whoever settled it: read for all of them. */
export async function settle(tx: Tx, about: string): Promise<void> {
	await tx
		.update(notices)
		.set({ readAt: new Date(clock.now()) })
		.where(and(eq(notices.about, about), isNull(notices.readAt)));
}
