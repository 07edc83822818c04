import { describe, expect, test } from 'vitest';
import { scannedOf } from '#domain/live/scanned.ts';

const own = ['https://hop.minhgiang.example:8443', 'https://192.168.1.5:8443'];
const handle = 'aB3_-fGhIjKlMnOpQrStUv';
const read = (text: string) => scannedOf(text, own);

describe('a code of our own', () => {
	test.each([
		['the handle of a sheet', `https://hop.minhgiang.example:8443/q/${handle}`, handle, 'qr'],
		['the same by another name of ours', `https://192.168.1.5:8443/q/${handle}`, handle, 'qr'],
		['the hall code', 'https://hop.minhgiang.example:8443/c/LG7K2M9D', 'LG7K2M9D', 'qr'],
		['a short code as an address', 'https://hop.minhgiang.example:8443/q/LG7K2M9D', 'LG7K2M9D', 'qr'],
		['a host in capitals', 'HTTPS://HOP.MINHGIANG.EXAMPLE:8443/c/LG7K2M9D', 'LG7K2M9D', 'qr'],
		['eight signs alone', 'LG7K 2M9D', 'LG7K2M9D', 'code'],
		['eight signs as people write them', ' lg7k-2m9d\n', 'LG7K2M9D', 'code']
	])('is known: %s', (_, text, code, way) => {
		expect(read(text)).toEqual({ kind: 'code', code, way });
	});
});

describe('what is not ours', () => {
	test.each([
		[
			'another host',
			`https://hop.minhgiang.example.evil.example/q/${handle}`,
			'hop.minhgiang.example.evil.example'
		],
		['our host at another port', `https://hop.minhgiang.example/q/${handle}`, 'hop.minhgiang.example'],
		[
			'our host without encryption',
			`http://hop.minhgiang.example:8443/q/${handle}`,
			'hop.minhgiang.example:8443'
		],
		[
			'our host as a name before another',
			`https://hop.minhgiang.example:8443@evil.example/q/${handle}`,
			'evil.example'
		],
		[
			'our host with a name before it',
			`https://minister@hop.minhgiang.example:8443/q/${handle}`,
			'hop.minhgiang.example:8443'
		],
		[
			'a backslash before our host',
			`https://evil.example\\@hop.minhgiang.example:8443/q/${handle}`,
			'evil.example'
		],
		[
			'a host with a dot behind',
			`https://hop.minhgiang.example.:8443/q/${handle}`,
			'hop.minhgiang.example.:8443'
		]
	])('is foreign: %s', (_, text, host) => {
		expect(read(text)).toEqual({ kind: 'foreign', host });
	});

	test('a host that only looks like ours is shown as what it is', () => {
		const cyrillic = read(`https://\u04bbop.minhgiang.example:8443/q/${handle}`);

		expect(cyrillic).toEqual({ kind: 'foreign', host: 'xn--op-3wc.minhgiang.example:8443' });
	});

	test.each([
		['javascript', 'javascript:fetch("/meetings")'],
		['javascript', 'JaVaScRiPt:alert(1)'],
		['javascript', `javascript://hop.minhgiang.example:8443/q/${handle}%0aalert(1)`],
		['data', 'data:text/html,<script>alert(1)</script>'],
		['blob', `blob:https://hop.minhgiang.example:8443/${handle}`],
		['file', 'file:///etc/passwd'],
		['intent', 'intent://scan/#Intent;scheme=zxing;end'],
		['tel', 'tel:+84123456789'],
		['wifi', 'WIFI:T:WPA;S:hall;P:secret;;']
	])('is no page: %s', (scheme, text) => {
		expect(read(text)).toEqual({ kind: 'noPage', scheme });
	});

	test.each([
		['a word', 'Kỳ họp thứ 6'],
		['a path', `/q/${handle}`],
		['an address without its scheme', `//evil.example/q/${handle}`],
		['seven signs', 'LG7K2M9'],
		['signs that no code has', 'LG7K2M90'],
		['a scheme after a line end', `\u0001java\nscript:alert(1)`],
		['an address in two lines', `https://hop.minhgiang.example:8443/q/\n${handle}`],
		['an endless address', `https://hop.minhgiang.example:8443/q/${'a'.repeat(3_000)}`],
		['letters written from the right', `https://hop.minhgiang.example:8443/q/\u202e${handle}`]
	])('is text: %s', (_, text) => {
		expect(read(text)).toEqual({ kind: 'text' });
	});

	test('an empty code is nothing', () => {
		expect(read(' \n')).toEqual({ kind: 'nothing' });
	});
});

describe('another page of our host', () => {
	test.each([
		['a page', '/meetings'],
		['signing out', '/sign-out'],
		['a record', '/verify?code=MG-NQ-1'],
		['a handle with something behind', `/q/${handle}?next=https://evil.example`],
		['a handle with a mark', `/q/${handle}#x`],
		['a handle that is too long', `/q/${handle}A`],
		['a way up', `/q/../sign-out`],
		['a handle where the hall code belongs', `/c/${handle}`],
		['a hall code in small letters', '/c/lg7k2m9d'],
		['one more step', `/q/${handle}/`]
	])('is not opened by scanning: %s', (_, path) => {
		expect(read(`https://hop.minhgiang.example:8443${path}`)).toEqual({
			kind: 'otherPage',
			host: 'hop.minhgiang.example:8443'
		});
	});
});
