import type { Device } from '#domain/operations/device.ts';
import { m } from '#i18n/messages/messages.js';
import type { Locale } from '#i18n/messages/runtime.js';

/** A step as it is read, and the device's screen at it: its head, then rows; the one to touch begins with `*`. */
export type Step = { readonly text: string; readonly screen: string };
type Texts = { readonly name: string; readonly locale: Locale };

/** How a device is taught to trust the authority of that name, in its own system's words. */
export function stepsOn(device: Device, { name, locale }: Texts): Step[] {
	const [given, by] = [{ name }, { locale }];
	switch (device) {
		case 'ipad':
			return [
				{ text: m.operations_trustIpad1({}, by), screen: m.operations_trustIpad1Screen({}, by) },
				{ text: m.operations_trustIpad2({}, by), screen: m.operations_trustIpad2Screen({}, by) },
				{ text: m.operations_trustIpad3({}, by), screen: m.operations_trustIpad3Screen({}, by) },
				{ text: m.operations_trustIpad4(given, by), screen: m.operations_trustIpad4Screen(given, by) }
			];
		case 'android':
			return [
				{ text: m.operations_trustAndroid1({}, by), screen: m.operations_trustAndroid1Screen({}, by) },
				{ text: m.operations_trustAndroid2({}, by), screen: m.operations_trustAndroid2Screen({}, by) },
				{ text: m.operations_trustAndroid3({}, by), screen: m.operations_trustAndroid3Screen({}, by) },
				{ text: m.operations_trustAndroid4({}, by), screen: m.operations_trustAndroid4Screen({}, by) }
			];
		case 'windows':
			return [
				{ text: m.operations_trustWindows1({}, by), screen: m.operations_trustWindows1Screen(given, by) },
				{ text: m.operations_trustWindows2({}, by), screen: m.operations_trustWindows2Screen({}, by) },
				{ text: m.operations_trustWindows3({}, by), screen: m.operations_trustWindows3Screen({}, by) },
				{ text: m.operations_trustWindows4({}, by), screen: m.operations_trustWindows4Screen({}, by) }
			];
		case 'mac':
			return [
				{ text: m.operations_trustMac1({}, by), screen: m.operations_trustMac1Screen({}, by) },
				{ text: m.operations_trustMac2(given, by), screen: m.operations_trustMac2Screen(given, by) },
				{ text: m.operations_trustMac3({}, by), screen: m.operations_trustMac3Screen({}, by) },
				{ text: m.operations_trustMac4({}, by), screen: m.operations_trustMac4Screen({}, by) }
			];
	}
}
