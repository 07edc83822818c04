// Looks at the picture of a camera some times a second, and says what a code in it holds.
const everyMs = 200;
/** A code that fills a third of the picture needs no more. */
const widest = 800;

export type Watch = {
	readonly onread: (text: string) => void;
	/** The reader could not be loaded, or has died: nothing will be read. */
	readonly onbroken: () => void;
};

/** Watches a video until it is told to stop. A page out of sight is not looked at. */
export function watchForCodes(video: HTMLVideoElement, { onread, onbroken }: Watch): () => void {
	const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
	const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	let busy = false;
	const look = () => {
		const picture = !busy && !document.hidden && pen ? pictureOf(video, pen) : null;
		if (!picture) return;
		busy = true;
		worker.postMessage(picture, [picture.data.buffer]);
	};
	const looking = setInterval(look, everyMs);
	const stop = () => {
		clearInterval(looking);
		worker.terminate();
	};
	worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
		busy = false;
		if (data !== null) onread(data);
	});
	const broken = () => {
		stop();
		onbroken();
	};
	worker.addEventListener('error', broken);
	return stop;
}

function pictureOf(video: HTMLVideoElement, pen: CanvasRenderingContext2D): ImageData | null {
	if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
	const scale = Math.min(1, widest / video.videoWidth);
	const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
	if (pen.canvas.width !== width || pen.canvas.height !== height)
		[pen.canvas.width, pen.canvas.height] = [width, height];
	pen.drawImage(video, 0, 0, width, height);
	return pen.getImageData(0, 0, width, height);
}
