let draining = false;

process.on('app:draining', () => {
	draining = true;
});

/** True once the process has been asked to stop: it ends what it has and takes nothing new. */
export function isDraining(): boolean {
	return draining;
}
