/** A UUIDv7, as the server makes them: ids in order of time. Works in every secure context. */
export function newUuid<Id extends string = string>(): Id {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const now = Date.now();
	for (let at = 0; at < 6; at++) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256;
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex) as Id;
}
