// Passes the frames of a WebSocket on as they are, and breaks off where one message becomes too long: what is behind it
// would take it whole into memory.
import { Transform, type TransformCallback } from 'node:stream';

const shortLength = 125;
const longestHead = 14;

/** Fails once the frames of one message say more than `most` bytes. */
export class MessageLimit extends Transform {
	readonly #most: number;
	#head = Buffer.alloc(0);
	#left = 0;
	#message = 0;

	constructor(most: number) {
		super();
		this.#most = most;
	}

	override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
		done(this.#follows(chunk) ? null : new Error('a message is too long'), chunk);
	}

	/** Reads on through heads and payloads; false where the limit is passed. */
	#follows(chunk: Buffer): boolean {
		let at = 0;
		while (at < chunk.length) {
			const skipped = Math.min(this.#left, chunk.length - at);
			at += skipped;
			this.#left -= skipped;
			if (this.#left > 0 || at === chunk.length) break;
			const known = this.#head.length;
			this.#head = Buffer.concat([this.#head, chunk.subarray(at, at + longestHead - known)]);
			const frame = frameOf(this.#head);
			if (!frame) break; // the rest of the head is in the next chunk
			at += frame.headBytes - known;
			this.#head = Buffer.alloc(0);
			this.#left = frame.payloadBytes;
			if (!this.#counts(frame)) return false;
		}
		return true;
	}

	#counts({ control, final, payloadBytes }: Frame) {
		if (control) return payloadBytes <= shortLength;
		const whole = this.#message + payloadBytes;
		this.#message = final ? 0 : whole;
		return whole <= this.#most;
	}
}

type Frame = {
	readonly headBytes: number;
	readonly payloadBytes: number;
	readonly control: boolean;
	readonly final: boolean;
};

/** A frame's head (RFC 6455, 5.2), or null while it is not there whole. */
function frameOf(head: Buffer): Frame | null {
	const [first, second] = head;
	if (first === undefined || second === undefined) return null;
	const length = second & 0x7f;
	const lengthBytes = length === 126 ? 2 : length === 127 ? 8 : 0;
	const headBytes = 2 + lengthBytes + (second & 0x80 ? 4 : 0);
	if (head.length < headBytes) return null;
	const payloadBytes =
		lengthBytes === 2 ? head.readUInt16BE(2) : lengthBytes === 8 ? Number(head.readBigUInt64BE(2)) : length;
	return { headBytes, payloadBytes, control: (first & 0x08) !== 0, final: (first & 0x80) !== 0 };
}
