// What the starter says while it works: each line with the seconds since the command was given.
const since = Number(process.env.BOOT_T0) || Date.now();

export const elapsedMs = (): number => Date.now() - since;
const seconds = (ms: number) => (ms / 1_000).toFixed(1);

/** One line of progress, on standard error: standard output is for what the command answers. */
export const say = (text: string): void => {
	process.stderr.write(`[${seconds(elapsedMs()).padStart(6)} s] ${text}\n`);
};

/** Does the work and says how long it took. */
export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
	say(`${what} …`);
	const start = Date.now();
	const done = await work();
	say(`${what}: ${seconds(Date.now() - start)} s`);
	return done;
}
