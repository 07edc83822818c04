import type { Choice } from '#domain/voting/vote-round.ts';
import { m } from './messages/messages.js';

/** A choice as it stands on its button: *Không tán thành*. */
export function choiceWord(choice: Choice): string {
	switch (choice) {
		case 'approve':
			return m.voting_approve();
		case 'disapprove':
			return m.voting_disapprove();
		case 'notVoting':
			return m.voting_notVoting();
	}
}
