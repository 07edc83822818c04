import { afterEach, describe, expect, test, vi } from 'vitest';
import { MachineDevices } from '#client/video/machine-devices.svelte.ts';
import { Preview } from '#client/video/preview.svelte.ts';

const chosen = { profile: 'mixer', cameraId: null, microphoneId: null } as const;
const soon = { timeout: 10_000, interval: 30 };

describe('before one joins', () => {
	const preview = new Preview();
	afterEach(() => {
		vi.restoreAllMocks();
		preview.close();
	});

	test('one sees oneself and how loud it is', async () => {
		await preview.open(chosen);

		expect(preview.picture?.getVideoTracks()[0]?.getSettings()).toMatchObject({ width: 1280, height: 720 });
		await vi.waitFor(() => expect(preview.level).toBeGreaterThan(0), soon);
		expect(preview.problems).toEqual({ camera: null, microphone: null });
	});

	test('devices have names and can be chosen', async () => {
		await preview.open(chosen);
		const devices = new MachineDevices();
		const stop = devices.watch();
		await devices.look();
		stop();

		expect([devices.cameras.length, devices.microphones.length > 1, devices.speakers.length > 0]).toEqual([
			1,
			true,
			true
		]);
		const [camera] = devices.cameras;
		expect(camera?.name).toMatch(/fake/i);
		await preview.open({ ...chosen, cameraId: camera?.id ?? '' });
		expect(preview.picture?.getVideoTracks()[0]?.getSettings().deviceId).toBe(camera?.id);
	});

	test('a camera that is gone does not take the microphone with it', async () => {
		await preview.open({ ...chosen, cameraId: 'a camera that was unplugged' });

		expect(preview.problems).toEqual({ camera: 'none', microphone: null });
		await vi.waitFor(() => expect(preview.level).toBeGreaterThan(0), soon);
	});

	test('leaves no camera on, also when it is closed while it opens', async () => {
		const taken: MediaStream[] = [];
		const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
		vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (wanted) => {
			const stream = await real(wanted);
			taken.push(stream);
			return stream;
		});
		const opening = preview.open(chosen);
		preview.close();
		await opening;

		expect(preview.picture).toBeNull();
		expect(taken.flatMap((stream) => stream.getTracks()).map(({ readyState }) => readyState)).toEqual([
			'ended',
			'ended'
		]);
	});
});
