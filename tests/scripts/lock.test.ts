import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runningIn, takeLock } from '../../scripts/lock.ts';

describe('a data folder', () => {
	let folder = '';
	beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-lock-'))));
	afterEach(() => fs.rmSync(folder, { recursive: true }));
	const leftBy = (pid: number) =>
		fs.writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid, port: 3000 }));

	test('has one server at a time, and says where it is', () => {
		const lock = takeLock(folder);
		if ('tell' in lock) lock.tell(3001);

		expect(fs.existsSync(path.join(folder, 'running.json'))).toBe(true);
		expect(JSON.parse(fs.readFileSync(path.join(folder, 'running.json'), 'utf8'))).toEqual({
			pid: process.pid,
			port: 3001
		});
	});

	test('is free again after it ended', () => {
		const lock = takeLock(folder);
		if ('release' in lock) lock.release();

		expect(runningIn(folder)).toBeNull();
		expect(takeLock(folder)).toHaveProperty('release');
	});

	test('is taken over from one that died, or whose number another program has', () => {
		leftBy(2 ** 22 - 1);
		expect(takeLock(folder)).toHaveProperty('release');

		leftBy(1);
		expect(takeLock(folder)).toHaveProperty('release');
	});
});
