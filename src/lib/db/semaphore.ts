import { AppError } from '../shared/errors.ts';

interface Waiter {
	enter(): void;
	timer: ReturnType<typeof setTimeout>;
}

/**
 * First come, first served entry to the connection pool. Work that waits here holds no connection, so the
 * driver never has more transactions begun than connections to carry them.
 */
export class Semaphore {
	readonly #line: Waiter[] = [];
	/** Work that many wait for. */
	readonly #ahead: Waiter[] = [];
	#free: number;
	readonly #longestWait: number;
	readonly #longestLine: number;

	/**
	 * @param places how many may be inside at once
	 * @param longestWait milliseconds in line before `busy`
	 * @param longestLine how many may stand in line before `busy`
	 */
	constructor(places: number, longestWait = 3_000, longestLine = 2_000) {
		this.#free = places;
		this.#longestWait = longestWait;
		this.#longestLine = longestLine;
	}

	/** How many stand in line. */
	get waiting(): number {
		return this.#line.length + this.#ahead.length;
	}

	/**
	 * Runs `work` inside; throws AppError `busy` when the wait or the line is too long.
	 * @param ahead goes before all others: many wait for it, and it is short
	 */
	async run<T>(work: () => Promise<T>, ahead = false): Promise<T> {
		await this.#enter(ahead ? this.#ahead : this.#line);
		try {
			return await work();
		} finally {
			this.#leave();
		}
	}

	#enter(line: Waiter[]): Promise<void> | void {
		if (this.#free > 0) {
			this.#free--;
			return;
		}
		if (line.length >= this.#longestLine) throw new AppError('busy');
		return new Promise((resolve, reject) => {
			const waiter: Waiter = {
				enter: resolve,
				timer: setTimeout(() => {
					line.splice(line.indexOf(waiter), 1);
					reject(new AppError('busy'));
				}, this.#longestWait)
			};
			line.push(waiter);
		});
	}

	#leave(): void {
		const next = this.#ahead.shift() ?? this.#line.shift();
		if (!next) {
			this.#free++;
			return;
		}
		clearTimeout(next.timer);
		next.enter();
	}
}
