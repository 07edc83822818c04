// How a script ends: once, in order, whatever asked for it: Ctrl-C, SIGTERM, or the death of the process that started it.
import { endChildren } from './child.ts';

type Close = () => Promise<void>;
const closers: Close[] = [];
let ending: Promise<never> | null = null;

/** Called at the end, the last one first. */
export const atEnd = (close: Close): void => void closers.push(close);

/** Ends this process after all that was opened is closed. */
export function end(status: number): Promise<never> {
	ending ??= closeAll(status);
	return ending;
}

async function closeAll(status: number): Promise<never> {
	endChildren();
	let worst = status;
	for (const close of closers.toReversed()) {
		try {
			await close();
		} catch (error) {
			console.error(error);
			worst = 1;
		}
	}
	process.exit(worst);
}

/** Ends in order when a signal comes or the parent is gone. */
export function endWithParent(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || void end(0), 500).unref();
}
