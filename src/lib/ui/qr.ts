/**
 * QR codes (ISO/IEC 18004) of a text, as bytes with error correction of level M: a sixth of a printed code may be lost.
 * Versions 1 to 10, so up to 213 bytes, which is more than any address of the app.
 */

/** Per version: bytes of correction in each block, and the bytes of data of the blocks. */
const blocks: readonly (readonly [correction: number, data: readonly number[]])[] = [
	[10, [16]],
	[16, [28]],
	[26, [44]],
	[18, [32, 32]],
	[24, [43, 43]],
	[16, [27, 27, 27, 27]],
	[18, [31, 31, 31, 31]],
	[22, [38, 38, 39, 39]],
	[22, [36, 36, 36, 37, 37]],
	[26, [43, 43, 43, 43, 44]]
];

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * The squares of a code, row by row: true is dark. There is no quiet zone around them yet.
 * @throws RangeError for a text that does not fit
 */
export function qrCode(text: string): boolean[][] {
	const bytes = new TextEncoder().encode(text);
	const room = blocks.findIndex(([, data], at) => bytes.length + (at < 9 ? 2 : 3) <= sum(data));
	if (room < 0) throw new RangeError('too long for a QR code');
	const version = room + 1;
	const bits = withCorrection(inCodewords(bytes, version), version);
	const drawn = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => draw(bits, version, mask));
	return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

/** Clear squares that readers need around a code. */
const edge = 4;

/**
 * A code as the path of an SVG, one unit a square, with the quiet edge around it.
 * @returns `size`, the units of each side with the edge
 */
export function qrPath(text: string): { path: string; size: number } {
	const rows = qrCode(text);
	const squares = rows.flatMap((row, y) =>
		row.flatMap((dark, x) => (dark ? `M${x + edge} ${y + edge}h1v1h-1z` : []))
	);
	return { path: squares.join(''), size: rows.length + 2 * edge };
}

function inCodewords(bytes: Uint8Array, version: number): number[] {
	const total = sum(blocks[version - 1]![1]);
	const length = version < 10 ? 8 : 16;
	let bits = '0100' + bytes.length.toString(2).padStart(length, '0');
	for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
	bits += '0000'.slice(0, total * 8 - bits.length);
	bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
	const words = bits.match(/.{8}/g)!.map((one) => Number.parseInt(one, 2));
	for (let pad = 0xec; words.length < total; pad ^= 0xec ^ 0x11) words.push(pad);
	return words;
}

/** Data and correction of all blocks, in turn. */
function withCorrection(words: readonly number[], version: number): number[] {
	const [correction, sizes] = blocks[version - 1]!;
	let from = 0;
	const data = sizes.map((size) => words.slice(from, (from += size)));
	const checks = data.map((block) => checkBytes(block, correction));
	const inTurn = (lists: number[][]) =>
		Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, at) =>
			lists.flatMap((list) => list[at] ?? [])
		).flat();
	return [...inTurn(data), ...inTurn(checks)];
}

/** The bytes by which a block of data is mended (Reed-Solomon over GF(256)). */
export function checkBytes(data: readonly number[], count: number): number[] {
	const divisor = Array.from({ length: count }, (_, at) => Number(at === count - 1));
	for (let root = 1, at = 0; at < count; at++, root = times(root, 2)) {
		for (let place = 0; place < count; place++) {
			divisor[place] = times(divisor[place]!, root) ^ (divisor[place + 1] ?? 0);
		}
	}
	const rest = Array.from({ length: count }, () => 0);
	for (const byte of data) {
		const factor = byte ^ rest.shift()!;
		rest.push(0);
		for (let place = 0; place < count; place++) rest[place]! ^= times(divisor[place]!, factor);
	}
	return rest;
}

/** The product in GF(256) with x⁸ + x⁴ + x³ + x² + 1. */
function times(a: number, b: number): number {
	let product = 0;
	for (let bit = 7; bit >= 0; bit--) {
		product = (product << 1) ^ ((product >>> 7) * 0x11d);
		product ^= ((b >>> bit) & 1) * a;
	}
	return product;
}

const masks: readonly ((x: number, y: number) => number)[] = [
	(x, y) => (x + y) % 2,
	(_, y) => y % 2,
	(x) => x % 3,
	(x, y) => (x + y) % 3,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
	(x, y) => ((x * y) % 2) + ((x * y) % 3),
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2
];

function draw(words: readonly number[], version: number, mask: number): boolean[][] {
	const size = 17 + 4 * version;
	const marks = patterns(version, mask);
	const rows = Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (_, x) => marks[y]![x] ?? false)
	);
	let bit = 0;
	for (let right = size - 1; right >= 1; right -= right === 8 ? 3 : 2) {
		const upward = ((right + 1) & 2) === 0;
		for (let step = 0; step < size; step++) {
			const y = upward ? size - 1 - step : step;
			for (const x of [right, right - 1]) {
				if (marks[y]![x] !== undefined) continue;
				const dark = ((words[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1;
				rows[y]![x] = (dark === 1) !== (masks[mask]!(x, y) === 0);
				bit++;
			}
		}
	}
	return rows;
}

type Marks = (boolean | undefined)[][];

/** Where the centres of the small squares lie, by version; on the other axis too. */
const alignments: readonly (readonly number[])[] = [
	[],
	[6, 18],
	[6, 22],
	[6, 26],
	[6, 30],
	[6, 34],
	[6, 22, 38],
	[6, 24, 42],
	[6, 26, 46],
	[6, 28, 50]
];

/** What stands in every code of a version; undefined where data goes. */
function patterns(version: number, mask: number): Marks {
	const size = 17 + 4 * version;
	const marks: Marks = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined));
	const set = (x: number, y: number, dark: boolean) => {
		if (marks[y] && x >= 0 && x < size) marks[y][x] = dark;
	};
	for (let at = 0; at < size; at++) {
		set(6, at, at % 2 === 0);
		set(at, 6, at % 2 === 0);
	}
	const corners = [
		[3, 3],
		[size - 4, 3],
		[3, size - 4]
	] as const;
	for (const [x, y] of corners) square(set, x, y, 4, (away) => away !== 2 && away !== 4);
	const centres = alignments[version - 1]!;
	const last = centres.length - 1;
	for (const [i, x] of centres.entries()) {
		for (const [j, y] of centres.entries()) {
			const inCorner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
			if (!inCorner) square(set, x, y, 2, (away) => away !== 1);
		}
	}
	formatBits(set, size, mask);
	if (version >= 7) versionBits(set, size, version);
	return marks;
}

type Set = (x: number, y: number, dark: boolean) => void;

function square(set: Set, x: number, y: number, reach: number, dark: (away: number) => boolean): void {
	for (let dy = -reach; dy <= reach; dy++) {
		for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
	}
}

/** Level M and the mask, with what mends them (BCH), twice. */
function formatBits(set: Set, size: number, mask: number): void {
	const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
	const bit = (at: number) => ((bits >>> at) & 1) === 1;
	for (let at = 0; at < 6; at++) set(8, at, bit(at));
	set(8, 7, bit(6));
	set(8, 8, bit(7));
	set(7, 8, bit(8));
	for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
	for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
	for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
	set(8, size - 8, true);
}

function versionBits(set: Set, size: number, version: number): void {
	const bits = (version << 12) | remainder(version, 12, 0x1f25);
	for (let at = 0; at < 18; at++) {
		const dark = ((bits >>> at) & 1) === 1;
		const [long, short] = [size - 11 + (at % 3), Math.floor(at / 3)];
		set(long, short, dark);
		set(short, long, dark);
	}
}

function remainder(value: number, length: number, divisor: number): number {
	let rest = value;
	for (let step = 0; step < length; step++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
	return rest;
}

/** How hard a code is to read: long runs of one colour, and squares of it. */
function penalty(rows: readonly boolean[][]): number {
	const columns = rows.map((_, x) => rows.map((row) => row[x]!));
	let points = 0;
	for (const line of [...rows, ...columns]) {
		for (let from = 0, at = 1; at <= line.length; at++) {
			if (line[at] === line[from]) continue;
			if (at - from >= 5) points += at - from - 2;
			from = at;
		}
	}
	for (const [y, row] of rows.slice(1).entries()) {
		for (let x = 1; x < row.length; x++) {
			const same = row[x] === row[x - 1] && row[x] === rows[y]![x] && row[x] === rows[y]![x - 1];
			if (same) points += 3;
		}
	}
	return points;
}
