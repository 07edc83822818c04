import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { mayEnterWithoutTls, mostPaperBytes, tooLarge } from '../../scripts/server-limits.ts';

const meeting = '01a20c5a-0000-7000-8000-000000000001';
const asked = (url: string, headers: Record<string, string>, more = {}) =>
	({ method: 'GET', url, headers, ...more }) as unknown as IncomingMessage;

describe('a body', () => {
	test('of 1 MB is taken everywhere, of more only as a paper', () => {
		const long = { 'content-length': String(1024 * 1024 + 1) };

		expect(tooLarge(asked('/sign-in', { 'content-length': '1048576' }))).toBeNull();
		expect(tooLarge(asked('/sign-in', long))).toBe(413);
		expect(tooLarge(asked(`/meetings/${meeting}/papers`, long))).toBeNull();
		expect(tooLarge(asked(`/meetings/${meeting}/papers/../commands`, long))).toBe(413);
	});

	test('of a paper has at most 100 MB', () => {
		const most = { 'content-length': String(mostPaperBytes) };
		const more = { 'content-length': String(mostPaperBytes + 1024 * 1024) };

		expect(tooLarge(asked(`/meetings/${meeting}/papers`, most))).toBeNull();
		expect(tooLarge(asked(`/meetings/${meeting}/papers`, more))).toBe(413);
	});

	test('says how long it is', () => {
		expect(tooLarge(asked('/sign-in', {}))).toBeNull();
		expect(tooLarge(asked('/sign-in', { 'transfer-encoding': 'chunked' }))).toBe(411);
		expect(tooLarge(asked('/sign-in', {}, { stream: { endAfterHeaders: false } }))).toBe(411);
	});
});

describe('without TLS', () => {
	test.each([
		'/ca',
		'/ca?device=mac&lang=en',
		'/ca.crt',
		'/_app/immutable/assets/0.C0ffee.css',
		'/icons/nghisu.svg'
	])('%s may be had', (url) => expect(mayEnterWithoutTls(asked(url, {}))).toBe(true));

	test.each(['/', '/cat', '/ca/x', '/ca#/', '//ca', '/_app/immutable/../../sign-in', '/sign-in?/ca'])(
		'%s may not',
		(url) => expect(mayEnterWithoutTls(asked(url, {}))).toBe(false)
	);

	test('nothing may be sent, but what the video server signs', () => {
		expect(mayEnterWithoutTls(asked('/ca', {}, { method: 'POST' }))).toBe(false);
		expect(mayEnterWithoutTls(asked('/live/video', {}, { method: 'POST' }))).toBe(true);
		expect(mayEnterWithoutTls(asked('/live/video?x', {}, { method: 'POST' }))).toBe(false);
		expect(mayEnterWithoutTls(asked('/live/video', {}))).toBe(false);
	});
});
