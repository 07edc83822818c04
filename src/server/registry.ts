// Every live command, by name. docs/commands.md is printed from this list.
import { attendanceBeginRoll, attendanceCheckIn } from './attendance/commands.ts';
import { floorGrantNext, floorOpen, floorRequestToSpeak } from './floor/commands.ts';
import {
	changeRosterCommand,
	endItemCommand,
	endSittingCommand,
	openSittingCommand,
	startItemCommand
} from './meetings/commands.ts';
import type { LiveCommand } from './platform/live-command.ts';
import { votingAnnounce, votingCloseRound, votingOpenRound } from './voting/commands.ts';

export const liveCommands: readonly LiveCommand[] = [
	openSittingCommand,
	endSittingCommand,
	startItemCommand,
	endItemCommand,
	changeRosterCommand,
	attendanceBeginRoll,
	attendanceCheckIn,
	floorOpen,
	floorRequestToSpeak,
	floorGrantNext,
	votingOpenRound,
	votingCloseRound,
	votingAnnounce
];
export const liveCommandNamed = (name: string) => liveCommands.find((command) => command.name === name);
