import type { CameraFailure } from '#client/live/camera.svelte.ts';
import type { Reading } from '#client/live/scanning.svelte.ts';
import { m } from '#i18n/messages/messages.js';
import { sentenceInSession } from '#i18n/refusals/in-session.ts';

/** `noReader`: the part that reads codes could not be loaded. */
export type ScanFailure = CameraFailure | 'noReader';

const texts: { readonly [failure in ScanFailure]: () => string } = {
	refused: () => m.live_cameraRefused(),
	none: () => m.live_cameraNone(),
	taken: () => m.live_cameraTaken(),
	unplugged: () => m.live_cameraUnplugged(),
	insecure: () => m.live_cameraInsecure(),
	noReader: () => m.live_cameraNoReader()
};
export const failureTitle = (failure: ScanFailure): string =>
	failure === 'noReader' ? m.live_scanNoReader() : m.live_cameraOff();
export const failureText = (failure: ScanFailure): string => texts[failure]();

/** What is said of a code that was not followed; null where there is none to speak of. */
export function sayingOf(reading: Reading): string | null {
	switch (reading.state) {
		case 'looking':
		case 'found':
		case 'notACode':
			return null;
		case 'asking':
			return m.live_scanAsking();
		case 'unknown':
			return m.live_scanUnknown();
		case 'refused':
			return sentenceInSession(reading.refusal);
		case 'notOurs':
			return notOurs(reading.what);
	}
}

function notOurs(what: Extract<Reading, { state: 'notOurs' }>['what']): string {
	switch (what.kind) {
		case 'foreign':
			return m.live_scanForeign({ host: what.host });
		case 'otherPage':
			return m.live_scanOtherPage({ host: what.host });
		case 'noPage':
			return m.live_scanNoPage({ scheme: what.scheme });
		case 'text':
			return m.live_scanText();
	}
}
