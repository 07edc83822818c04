import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

/** Of the floor, what is said to who asks or speaks. */
export const speaking: Sentences = {
	floorClosed: () => m.floor_refused_floorClosed(),
	alreadyWaiting: (facts) => m.floor_refused_alreadyWaiting({ place: text(facts, 'place') }),
	hasTheFloor: () => m.floor_refused_hasTheFloor(),
	notWaiting: () => m.floor_refused_notWaiting(),
	nobodySpeaking: () => m.floor_refused_nobodySpeaking(),
	speechStarted: () => m.floor_refused_speechStarted()
};
export const floor: Sentences = {
	...speaking,
	queueChanged: () => m.floor_refused_queueChanged(),
	floorChanged: () => m.floor_refused_floorChanged(),
	alreadyExtended: () => m.floor_refused_alreadyExtended()
};
