import { changePart } from '#server/meetings/parts.ts';
import {
	addBridgePoint,
	addParticipant,
	peopleToCall,
	placeParticipant,
	removeBridgePoint,
	removeParticipant
} from '#server/meetings/points.ts';
import { form } from '#server/platform/form.ts';

/** A search has two signs at least: fewer find nobody, and are said to. */
export const load = async ({ locals, params, url }) => {
	const sought = url.searchParams.get('find')?.trim().slice(0, 80) ?? '';
	const found = sought.length < 2 ? null : await locals.read(peopleToCall, { ...params, text: sought });
	return { sought, found };
};

export const actions = {
	part: form(changePart),
	addPoint: form(addBridgePoint),
	removePoint: form(removeBridgePoint),
	place: form(placeParticipant),
	call: form(addParticipant),
	uncall: form(removeParticipant)
};
