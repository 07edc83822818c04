// What every screen in the room of a sitting does alike: it hears how the room is, shows that it is still there, and asks at the
// door again when it was sent out.
import { untrack } from 'svelte';
import type { Level } from '#domain/video/line.ts';
import { roomSitting } from '#domain/video/points.ts';
import type { Room } from '../live/room.svelte.ts';
import type { RoomCall } from './room-call.svelte.ts';

/** To be called while the screen is made. */
export function followRoom(room: Room, inRoom: RoomCall, level: () => Level = () => 'full') {
	const open = $derived(roomSitting(room.meeting, room.live.roll) !== null);
	const isIn = $derived(inRoom.isIn);
	$effect(() => {
		const { lines } = room;
		if (lines) untrack(() => inRoom.hear(lines));
	});
	$effect(() => {
		if (open) untrack(() => inRoom.opened());
	});
	$effect(() => (isIn ? untrack(() => inRoom.beating(level)) : undefined));
	$effect(() => {
		if (inRoom.sentOut) untrack(() => inRoom.enter());
	});
}
