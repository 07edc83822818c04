export const devices = ['ipad', 'android', 'windows', 'mac'] as const;
export type Device = (typeof devices)[number];

/** The device that was chosen, or the one that the browser says it runs on. An iPad says that it is a Mac, and in halls is. */
export function deviceOf(chosen: string | null, userAgent: string): Device {
	const wished = devices.find((device) => device === chosen);
	if (wished) return wished;
	if (userAgent.includes('Android')) return 'android';
	return userAgent.includes('Windows') ? 'windows' : 'ipad';
}
