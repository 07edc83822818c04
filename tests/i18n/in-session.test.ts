import { expect, test } from 'vitest';
import { sentenceInSession } from '#i18n/refusals/in-session.ts';
import { sentenceOf } from '#i18n/refusals.ts';

/** What the ballot's door, the check-in and the machinery before them refuse. */
const codes = [
	...['notSignedIn', 'notAllowed', 'inputInvalid', 'notFound', 'meetingNotCalled', 'unanswered'],
	...['tooManyRequests', 'notAVoter', 'sealedBallotNeeded', 'roundNotOpen', 'ballotFinal', 'notPresent'],
	...[
		'otherBallotStands',
		'notStored',
		'notSeated',
		'rollNotBegun',
		'alreadyPresent',
		'hallCodeOld',
		'tooManyTries'
	]
];

test.each(codes)('%s is said in the hall as everywhere', (code) => {
	const said = sentenceInSession({ code });

	expect(said).not.toBe(code);
	expect(said).toBe(sentenceOf({ code }));
});
