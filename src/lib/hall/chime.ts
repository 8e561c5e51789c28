/** Two soft tones, as before a call. Heard only after somebody has turned the sound on, as browsers ask. */
export function chime(): void {
	const audio = new AudioContext();
	for (const [at, pitch] of [
		[0, 880],
		[0.3, 660]
	] as const) {
		const tone = audio.createOscillator();
		const loud = audio.createGain();
		const from = audio.currentTime + at;
		tone.frequency.value = pitch;
		loud.gain.setValueAtTime(0.2, from);
		loud.gain.exponentialRampToValueAtTime(0.001, from + 0.6);
		tone.connect(loud).connect(audio.destination);
		tone.start(from);
		tone.stop(from + 0.6);
	}
	setTimeout(() => void audio.close(), 1_500);
}
