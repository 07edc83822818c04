// Every live command, by name. docs/commands.md is printed from this list.
import {
	attendanceBeginRoll,
	attendanceCheckIn,
	attendanceCheckInByCode,
	attendanceCheckInFor,
	attendanceExcuse,
	attendanceLeave
} from './attendance/commands.ts';
import {
	floorBeginClock,
	floorBeginSpeech,
	floorChangeSubject,
	floorDefer,
	floorEnd,
	floorExtend,
	floorGrant,
	floorOrder,
	floorRemoveRequest,
	floorRequestFor,
	floorRequestToSpeak,
	floorWithdraw,
	floorYield
} from './floor/commands.ts';
import { liveShowOnHall } from './live/commands.ts';
import {
	closeMeetingCommand,
	endItemCommand,
	endSittingCommand,
	openSittingCommand,
	startItemCommand
} from './meetings/commands.ts';
import type { LiveCommand } from './platform/live-command.ts';
import { proceedingsCorrect, proceedingsNote, proceedingsNoteConclusion } from './proceedings/commands.ts';
import { videoConfirmHeard, videoHeadcount, videoJoin, videoLeave, videoListen } from './video/commands.ts';
import { votingAnnounce, votingCloseRound, votingExtendTime, votingOpenRound } from './voting/commands.ts';

export const liveCommands: readonly LiveCommand[] = [
	attendanceBeginRoll,
	attendanceCheckIn,
	attendanceCheckInByCode,
	attendanceCheckInFor,
	attendanceLeave,
	attendanceExcuse,
	openSittingCommand,
	endSittingCommand,
	startItemCommand,
	endItemCommand,
	closeMeetingCommand,
	votingOpenRound,
	votingExtendTime,
	votingCloseRound,
	votingAnnounce,
	floorRequestToSpeak,
	floorChangeSubject,
	floorWithdraw,
	floorRequestFor,
	floorRemoveRequest,
	floorOrder,
	floorGrant,
	floorBeginSpeech,
	floorDefer,
	floorYield,
	floorBeginClock,
	floorExtend,
	floorEnd,
	proceedingsNote,
	proceedingsNoteConclusion,
	proceedingsCorrect,
	videoJoin,
	videoLeave,
	videoHeadcount,
	videoListen,
	videoConfirmHeard,
	liveShowOnHall
];
export const liveCommandNamed = (name: string) => liveCommands.find((command) => command.name === name);
