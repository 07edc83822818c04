// Runs after every story: what none of them has shown is missing here by name.
import { expect, test } from '@playwright/test';
import { shownStates } from '../support/shown-state.ts';
import { stateNames } from './states.ts';

test('every state of the screens was shown by a story of this run', () => {
	const shown = shownStates();
	const missing = stateNames.filter((name) => !shown.has(name));
	process.stdout.write(`${stateNames.length - missing.length} of ${stateNames.length} states shown\n`);
	expect(missing).toEqual([]);
});
