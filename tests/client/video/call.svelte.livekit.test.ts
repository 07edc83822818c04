import { flushSync } from 'svelte';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { Call, type Door } from '#client/video/call.svelte.ts';
import { givesNothing, type Giving } from '#client/video/own-devices.svelte.ts';
import { received, watchPeers } from '../../support/peers.ts';
import type { Controls } from '../../support/video-control.ts';

type Control = <Name extends keyof Controls>(
	name: Name,
	...args: Parameters<Controls[Name]>
) => Promise<Awaited<ReturnType<Controls[Name]>>>;
const { video } = commands as unknown as { video: Control };

const camera = { publish: ['camera'], subscribe: true, hidden: false } as const;
const withFloor = { ...camera, publish: ['camera', 'microphone'] } as const;
const onlyWatches = { ...camera, publish: [] } as const;
const pictures: Giving = { ...givesNothing, camera: true };
const both: Giving = { ...pictures, microphone: true };
const soon = { timeout: 15_000, interval: 30 };

describe('a call', () => {
	let url = '';
	let room = '';
	let count = 0;
	const calls: Call[] = [];
	const removals: (() => void)[] = [];
	beforeAll(async () => {
		watchPeers();
		url = await video('start');
	});
	beforeEach(async () => {
		room = `sitting-${++count}`;
		await video('open', room);
	});
	afterEach(async () => {
		for (const remove of removals.splice(0)) remove();
		await Promise.all(calls.splice(0).map((call) => call.leave()));
		document.body.replaceChildren();
		vi.restoreAllMocks();
	});
	afterAll(() => video('close'));

	const doorOf =
		(identity: string, may: Parameters<Controls['token']>[2]): Door =>
		async () => ({ url, token: (await video('token', room, identity, may)) ?? '' });
	function called(door: Door) {
		const call = new Call(door);
		calls.push(call);
		return call;
	}
	async function joined(identity: string, may: Parameters<Controls['token']>[2] = camera) {
		const call = called(doorOf(identity, may));
		call.join();
		await isIn(call);
		return call;
	}
	const isIn = (call: Call) => vi.waitFor(() => expect(call.state).toEqual({ state: 'in' }), soon);
	function frameOf(call: Call, identity: string) {
		const element = document.createElement('video');
		Object.assign(element.style, { width: '320px', height: '180px' });
		element.muted = true;
		document.body.append(element);
		removals.push(call.picture(identity)(element));
		return element;
	}
	function sinkOf(call: Call) {
		const element = document.createElement('div');
		document.body.append(element);
		removals.push(call.sound(element));
		return element;
	}
	const hears = { pictures: 'all', sounds: 'all' } as const;
	async function rises(what: 'frames' | 'soundEnergy') {
		const before = (await received())[what];
		await vi.waitFor(async () => expect((await received())[what]).toBeGreaterThan(before), soon);
	}

	test('shows the picture of who publishes one, to whoever looks at it', async () => {
		const point = await joined('point');
		const hall = await joined('hall', onlyWatches);
		await point.give(pictures);
		await vi.waitFor(
			() => expect(hall.people).toMatchObject([{ identity: 'point', picture: 'coming' }]),
			soon
		);

		const frame = frameOf(hall, 'point');
		hall.want({ pictures: new Set(['point']), sounds: new Set() });

		await vi.waitFor(() => expect(frame.videoWidth).toBeGreaterThan(0), soon);
		await rises('frames');
		expect(hall.people).toMatchObject([{ picture: 'shown', voice: false }]);
		expect(point.me).toMatchObject({ identity: 'point', picture: 'shown' });
		hall.want({ pictures: new Set(), sounds: new Set() });
		await vi.waitFor(() => expect(hall.people).toMatchObject([{ picture: 'coming' }]), soon);
		expect(frame.srcObject).toBeNull();
	});

	test('gives the sound of a point while it has the floor, and not a moment longer', async () => {
		const point = await joined('point');
		const hall = await joined('hall', onlyWatches);
		hall.want(hears);
		const sink = sinkOf(hall);
		await point.give(both);
		await vi.waitFor(() => expect(point.me?.picture).toBe('shown'), soon);
		expect(point.me?.voice).toBe(false);
		expect(point.problems).toEqual({ camera: null, microphone: null });

		const granted = performance.now();
		await video('allow', room, 'point', withFloor);
		await vi.waitFor(async () => expect((await received()).soundEnergy).toBeGreaterThan(0), soon);
		console.log(`floor given to sound heard: ${Math.round(performance.now() - granted)} ms`);
		expect(sink.querySelectorAll('audio')).toHaveLength(1);
		await video('allow', room, 'point', camera);

		await vi.waitFor(() => expect(hall.people).toMatchObject([{ voice: false, picture: 'shown' }]), soon);
		await vi.waitFor(() => expect(sink.childElementCount).toBe(0), soon);
		expect(await video('published', room, 'point')).toEqual(['camera']);
	});

	test('is back within five seconds of the return of a server that was killed, when it is told so', async () => {
		const point = await joined('point', withFloor);
		const hall = await joined('hall', onlyWatches);
		hall.want(hears);
		sinkOf(hall);
		const frame = frameOf(hall, 'point');
		await point.give(both);
		await vi.waitFor(() => expect(frame.videoWidth).toBeGreaterThan(0), soon);

		await video('kill');
		await vi.waitFor(() => expect(hall.state.state).not.toBe('in'), soon);
		await video('again');
		await video('open', room);
		const returned = performance.now();
		void hall.newEpoch();
		void point.newEpoch();

		await vi.waitFor(() => expect(hall.people).toMatchObject([{ picture: 'shown', voice: true }]), soon);
		await rises('frames');
		await rises('soundEnergy');
		const tookMs = performance.now() - returned;
		console.log(`back after a kill: ${Math.round(tookMs)} ms`);
		expect(tookMs).toBeLessThan(5_000);
	});

	test('comes back by itself when nobody says so', async () => {
		const hall = await joined('hall', onlyWatches);

		await video('kill');
		await vi.waitFor(() => expect(hall.state.state).not.toBe('in'), soon);
		await video('again');
		await video('open', room);

		await vi.waitFor(() => expect(hall.state).toEqual({ state: 'in' }), { timeout: 45_000, interval: 100 });
	});

	test('waits at a closed door, and stops at one that refuses', async () => {
		let answer: Awaited<ReturnType<Door>> = 'closed';
		let knocks = 0;
		const call = called(async () => {
			knocks += 1;
			return answer;
		});

		call.join();
		await vi.waitFor(() => expect(call.state).toMatchObject({ state: 'waiting' }), soon);
		answer = 'refused';
		dispatchEvent(new Event('online')); // waiting ends when the line is back

		await vi.waitFor(() => expect(call.state).toEqual({ state: 'ended', why: 'refused' }), soon);
		expect(knocks).toBeGreaterThanOrEqual(2);
	});

	test('does not fight over a place: who joins later under the same identity has it', async () => {
		const first = await joined('point');
		const second = await joined('point');

		await vi.waitFor(() => expect(first.state).toEqual({ state: 'ended', why: 'elsewhere' }), soon);
		expect(second.state).toEqual({ state: 'in' });
		await video('sendOut', room, 'point');
		await vi.waitFor(() => expect(second.state).toEqual({ state: 'ended', why: 'removed' }), soon);
	});

	test('says why a camera gives nothing, and tries again when asked', async () => {
		const point = await joined('point');
		const refused = vi
			.spyOn(navigator.mediaDevices, 'getUserMedia')
			.mockRejectedValue(new DOMException('no', 'NotAllowedError'));

		await point.give(pictures);
		expect(point.problems).toEqual({ camera: 'refused', microphone: null });
		const tries = refused.mock.calls.length;
		await point.give(pictures);
		expect(refused.mock.calls.length).toBeGreaterThan(tries);
		refused.mockRestore();
		await point.give(pictures);

		expect(point.problems.camera).toBeNull();
		await vi.waitFor(() => expect(point.me?.picture).toBe('shown'), soon);
	});

	test('says that there is no microphone, shows its picture all the same, and is heard once there is one', async () => {
		const point = await joined('point', withFloor);
		const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
		const unplugged = vi
			.spyOn(navigator.mediaDevices, 'getUserMedia')
			.mockImplementation((wanted) =>
				wanted?.audio ? Promise.reject(new DOMException('no', 'NotFoundError')) : real(wanted)
			);

		await point.give(both);
		expect(point.problems).toEqual({ camera: null, microphone: 'none' });
		await vi.waitFor(() => expect(point.me).toMatchObject({ picture: 'shown', voice: false }), soon);
		unplugged.mockRestore();
		await point.give(both);

		expect(point.problems.microphone).toBeNull();
		await vi.waitFor(() => expect(point.me?.voice).toBe(true), soon);
	});

	test('tells those who draw it', async () => {
		const hall = called(doorOf('hall', onlyWatches));
		const seen: string[] = [];
		removals.push(
			$effect.root(() => {
				$effect(() => void seen.push(hall.state.state));
			})
		);
		flushSync();

		hall.join();
		await isIn(hall);
		flushSync();

		expect(seen.at(0)).toBe('ended');
		expect(seen.at(-1)).toBe('in');
	});
});
