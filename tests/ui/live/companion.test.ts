import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { chime } from '#client/chime.ts';
import type { SittingId } from '#domain/journal/ids.ts';
import CompanionBar from '#ui/live/CompanionBar.svelte';

const [first, second] = ['A/1', 'A/2'] as [SittingId, SittingId];
const words = page.getByText('Máy này không phát tiếng: dùng loa của phòng.');
afterEach(() => {
	localStorage.clear();
	vi.unstubAllGlobals();
});

describe('a tablet beside the loudspeaker of a bridge point', () => {
	test('says that it is silent until it is put away, for this sitting alone', async () => {
		const shown = await render(CompanionBar, { sitting: first });
		await page.getByRole('button', { name: 'Đã hiểu' }).click();
		await expect.element(words).not.toBeInTheDocument();
		await shown.unmount();

		const again = await render(CompanionBar, { sitting: first });
		await expect.element(words).not.toBeInTheDocument();
		await again.unmount();
		await render(CompanionBar, { sitting: second });

		await expect.element(words).toBeVisible();
	});

	test('makes no sound when a vote opens, where one in the hall does', async () => {
		let sounds = 0;
		class Heard extends AudioContext {
			constructor() {
				super();
				sounds++;
			}
		}
		vi.stubGlobal('AudioContext', Heard);
		await render(CompanionBar, { sitting: first });
		await page.getByRole('button', { name: 'Đã hiểu' }).click();

		chime({ sound: false });
		expect(sounds).toBe(0);
		chime({ sound: true });
		expect(sounds).toBe(1);
	});
});
