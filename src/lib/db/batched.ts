interface Asking<V> {
	promise: Promise<V | undefined>;
	resolve(value: V | undefined): void;
	reject(reason: unknown): void;
}

/**
 * Reads for many at once: who asks while a reading is on its way is answered by the next one, together with all who have asked by
 * then. A single question goes out at once, and each answer was read after it was asked for.
 */
export class Batched<K, V> {
	readonly #read: (keys: K[]) => Promise<ReadonlyMap<K, V>>;
	#next = new Map<K, Asking<V>>();
	#onItsWay = false;

	/** @param read answers some keys, in any order; those that are not in its answer are answered with undefined */
	constructor(read: (keys: K[]) => Promise<ReadonlyMap<K, V>>) {
		this.#read = read;
	}

	/** What there is for a key; rejects as the reading does. */
	ask(key: K): Promise<V | undefined> {
		const before = this.#next.get(key);
		if (before) return before.promise;
		const asking = Promise.withResolvers<V | undefined>();
		this.#next.set(key, asking);
		if (!this.#onItsWay) void this.#go();
		return asking.promise;
	}

	async #go(): Promise<void> {
		this.#onItsWay = true;
		while (this.#next.size > 0) {
			const asked = this.#next;
			this.#next = new Map();
			try {
				const found = await this.#read([...asked.keys()]);
				for (const [key, { resolve }] of asked) resolve(found.get(key));
			} catch (thrown) {
				for (const { reject } of asked.values()) reject(thrown);
			}
		}
		this.#onItsWay = false;
	}
}
