// How wrong passwords slow down further tries. Waiting grows and ends; nothing ever locks an account.
const minute = 60_000;
const waits = [1, 2, 5, 15].map((minutes) => minutes * minute);

/** Wrong passwords in a row before the first wait. */
export const triesBeforeWaiting = 5;

/** How long to wait, in milliseconds, after so many wrong passwords in a row: 0 before the fifth, at most 15 minutes. */
export function waitAfter(failures: number): number {
	if (failures < triesBeforeWaiting) return 0;
	return waits[Math.min(failures - triesBeforeWaiting, waits.length - 1)] ?? 0;
}

/** How many more wrong passwords until the next wait; 1 says that the next one costs it. */
export const triesLeftAfter = (failures: number) => Math.max(triesBeforeWaiting - failures, 1);
