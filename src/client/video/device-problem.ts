/** Why a camera or a microphone gives nothing, as far as the browser says it. */
export type DeviceProblem = 'refused' | 'none' | 'taken' | 'failed';

const known: Readonly<Record<string, DeviceProblem>> = {
	NotAllowedError: 'refused',
	SecurityError: 'refused',
	NotFoundError: 'none',
	OverconstrainedError: 'none',
	NotReadableError: 'taken',
	AbortError: 'taken'
};

/** The problem behind an error of `getUserMedia`. */
export const problemOf = (error: unknown): DeviceProblem =>
	(error instanceof Error && known[error.name]) || 'failed';
