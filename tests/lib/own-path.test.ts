import { describe, expect, test } from 'vitest';
import { ownPath } from '#lib/own-path.ts';

const origin = 'https://nghisu.example';

describe('the way back after signing in', () => {
	test.each([
		['/meetings/1?item=2', '/meetings/1?item=2'],
		['/', '/']
	])('%s is our own', (wanted, path) => {
		expect(ownPath(wanted, origin)).toBe(path);
	});

	test.each([
		'//evil.example/x',
		'/\\evil.example',
		'/\t/evil.example',
		'https://evil.example/',
		'javascript:alert(1)',
		'meetings',
		'',
		null,
		undefined
	])('%j leads to the first page', (wanted) => {
		expect(ownPath(wanted, origin)).toBe('/');
	});
});
