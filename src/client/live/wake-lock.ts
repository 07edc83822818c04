/** Keeps a screen from going dark, where the browser can; again after it was out of sight. Returns what ends it. */
export function keepAwake(): () => void {
	let held: WakeLockSentinel | null = null;
	const ask = async () => {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		held = await navigator.wakeLock.request('screen').catch(() => null); // refused on a weak battery: it goes dark
	};
	void ask();
	document.addEventListener('visibilitychange', ask);
	return () => {
		document.removeEventListener('visibilitychange', ask);
		void held?.release();
	};
}
