/** A binary heap of columns by distance, least first; each is in it at most once, and its distance may be lowered. */
export interface Heap {
	size: number;
	/** Columns, heap-ordered by `distance`. */
	member: Int32Array;
	/** Where a column stands in the heap. */
	place: Int32Array;
	distance: Float64Array;
}

export function newHeap(columns: number): Heap {
	return {
		size: 0,
		member: new Int32Array(columns),
		place: new Int32Array(columns).fill(-1),
		distance: new Float64Array(columns).fill(Infinity)
	};
}

/** Adds a column, or moves it up, after its distance was lowered. */
export function raise(heap: Heap, column: number): void {
	const { member, place, distance } = heap;
	const near = distance[column]!;
	let at = place[column]! < 0 ? heap.size++ : place[column]!;
	while (at > 0) {
		const parent = (at - 1) >> 1;
		const above = member[parent]!;
		if (distance[above]! <= near) break;
		member[at] = above;
		place[above] = at;
		at = parent;
	}
	member[at] = column;
	place[column] = at;
}

/** Takes out the nearest; there must be one. */
export function nearest(heap: Heap): number {
	const { member, place, distance } = heap;
	const top = member[0]!;
	place[top] = -1;
	const size = --heap.size;
	if (size === 0) return top;
	const moved = member[size]!;
	const far = distance[moved]!;
	let at = 0;
	for (let child = 1; child < size; child = 2 * at + 1) {
		if (child + 1 < size && distance[member[child + 1]!]! < distance[member[child]!]!) child++;
		const below = member[child]!;
		if (distance[below]! >= far) break;
		member[at] = below;
		place[below] = at;
		at = child;
	}
	member[at] = moved;
	place[moved] = at;
	return top;
}
