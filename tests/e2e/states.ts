// Every state of the screens that this release has, as design/README.md section 11 numbers them. A story that reaches one
// shows it (`tests/support/shows.ts`): pictures, the check for accessibility and the count of covered states come from here.

export type Size = keyof typeof sizes;
export const sizes = {
	tablet: { width: 1180, height: 820 },
	upright: { width: 820, height: 1180 },
	phone: { width: 390, height: 844 },
	laptop: { width: 1440, height: 900 },
	small: { width: 1280, height: 720 },
	hall: { width: 1920, height: 1080 }
} as const;
/** Suffixes of the pictures' names; the first size of a state has none. */
export const suffixes = {
	tablet: 't',
	upright: 'p',
	phone: 'm',
	laptop: 'l',
	small: 's',
	hall: 'h'
} as const;

type State = { readonly what: string; readonly at: readonly [Size, ...Size[]]; readonly dark: boolean };
const state = (what: string, ...at: [Size, ...Size[]]): State => ({ what, at, dark: true });
/** Always dark, or always on paper: it has one theme. */
const oneTheme = (what: string, ...at: [Size, ...Size[]]): State => ({ what, at, dark: false });

export const states = {
	'01a': state('sign in on an own device', 'tablet', 'phone'),
	'01b': state('wrong password: the next one costs a minute', 'tablet', 'phone'),
	'01e': state('demo: people by role', 'tablet', 'phone'),
	'01g': state('wait one minute', 'tablet', 'phone'),
	'02a': state('today: the meeting, what waits', 'tablet', 'upright', 'phone'),
	'02b': state('today: offline', 'tablet', 'phone'),
	'02c': state('today: nothing waits', 'tablet', 'phone'),
	'02d': state('scanner: camera, code below', 'tablet', 'phone'),
	'02e': state('scanner: no camera', 'tablet', 'phone'),
	'02f': state('code read: asks before acting', 'tablet', 'phone'),
	'03a': state('in session', 'tablet', 'upright', 'phone'),
	'03b': state('waiting for the floor', 'tablet', 'upright', 'phone'),
	'03c': state('called to speak', 'tablet', 'phone'),
	'03d': state('vote open, buttons live', 'tablet', 'upright', 'phone'),
	'03e': state('vote recorded', 'tablet', 'upright', 'phone'),
	'03f': state('line lost while voting', 'tablet', 'phone'),
	'03g': state('result', 'tablet', 'upright', 'phone'),
	'03j': state('vote: the first 600 ms', 'tablet', 'phone'),
	'03k': state('folded: recorded', 'tablet', 'phone'),
	'03l': state('folded: not voted', 'tablet', 'phone'),
	'03n': state('first vote: what not voting means', 'tablet', 'upright', 'phone'),
	'03q': state('called while a vote is open', 'tablet', 'upright', 'phone'),
	'04a': state('reading', 'tablet', 'upright', 'phone'),
	'04b': state('reading, folded vote: recorded', 'tablet', 'phone'),
	'04c': state('find in document', 'tablet', 'upright', 'phone'),
	'04f': state('reading, folded vote: not voted', 'tablet', 'phone'),
	'05a': state('console: running the sitting', 'laptop', 'small'),
	'05b': state('console: vote open', 'laptop', 'small'),
	'05c': state('console: closing asks', 'laptop', 'small'),
	'05d': state('console: own ballot docked, not cast', 'laptop', 'small'),
	'05e': state('console: own ballot docked, cast', 'laptop', 'small'),
	'05i': state('console: own call as a bar', 'laptop', 'small'),
	'06a': state('prepare: agenda', 'laptop', 'tablet'),
	'06b': state('prepare: papers', 'laptop', 'tablet'),
	'06c': state('prepare: participants', 'laptop', 'tablet'),
	'06g': state('prepare: approved, ready to publish', 'laptop', 'tablet'),
	'07a': state('chair: discussion', 'tablet', 'upright', 'phone'),
	'07b': state('chair: vote open, own ballot not cast', 'tablet', 'upright', 'phone'),
	'07c': state('chair: result before announcing', 'tablet', 'upright', 'phone'),
	'07d': state('chair: vote open, own ballot cast', 'tablet', 'upright', 'phone'),
	'07f': state('chair: announcing asks once', 'tablet', 'phone'),
	'07g': state('chair: closing asks, own ballot missing', 'tablet', 'phone'),
	'07i': state('step-up once per sitting and device', 'tablet', 'phone'),
	'08a': oneTheme('hall: idle', 'hall'),
	'08b': oneTheme('hall: who speaks', 'hall'),
	'08c': oneTheme('hall: over time', 'hall'),
	'08d': oneTheme('hall: who speaks at a bridge point', 'hall'),
	'08e': oneTheme('hall: vote open', 'hall'),
	'08f': oneTheme('hall: result', 'hall'),
	'08g': oneTheme('hall: check-in', 'hall'),
	'09a': oneTheme('online room: wall of points', 'laptop', 'tablet'),
	'09b': oneTheme('point: in the meeting', 'hall', 'laptop', 'tablet'),
	'09c': oneTheme('point: weak line', 'hall', 'tablet'),
	'09d': oneTheme('point: has the floor', 'hall', 'tablet'),
	'09f': oneTheme('point: the hall has not yet heard it', 'hall', 'laptop', 'tablet'),
	'09g': oneTheme('point: the hall has heard it', 'hall', 'tablet'),
	'09k': state('chair: in the online room, a point speaks', 'tablet', 'upright', 'phone'),
	'09l': state('chair: in the online room, camera refused', 'tablet', 'upright', 'phone'),
	'09m': state('chair: the online room is offered', 'tablet', 'upright', 'phone'),
	'09n': state('chair: the point that has the floor is gone', 'tablet', 'upright', 'phone'),
	'11a': state('minutes: draft', 'laptop', 'tablet'),
	'11c': state('resolution: the chair signs', 'laptop', 'tablet'),
	'11d': state('signed record', 'laptop', 'tablet', 'phone'),
	'11e': oneTheme('as printed', 'laptop'),
	'11f': state('minutes: secretary signed, chair signs', 'laptop', 'tablet'),
	'11g': state('resolution: number and seal', 'laptop', 'tablet'),
	'12a': state('verification: start', 'tablet', 'phone'),
	'12c': state('verification: changed', 'tablet', 'phone'),
	'12d': state('verification: cannot tell', 'tablet', 'phone'),
	'12e': state('verification: English', 'tablet', 'phone'),
	'12f': state('verification: trial certificate', 'tablet', 'phone'),
	'16a': state('tasks by due date', 'tablet', 'phone'),
	'18d': state('trusting the certificate', 'tablet', 'phone')
} satisfies Record<string, State>;
export type StateName = keyof typeof states;
/** Without a video server those of the rooms are not reached. */
export const stateNames = Object.keys(states)
	.map((name) => name as StateName)
	.filter((name) => !process.env.WITHOUT_VIDEO || !name.startsWith('09'));
