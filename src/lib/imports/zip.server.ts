import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { AppError } from '#lib/shared/errors.ts';

const inflate = promisify(inflateRaw);

const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const full = 0xffffffff;

/** One file of an archive as its central directory tells. */
export interface ZipEntry {
	name: string;
	method: number;
	encrypted: boolean;
	/** Bytes in the archive and once unpacked. */
	packed: number;
	size: number;
	offset: number;
}

/** The central directory of a zip archive (APPNOTE 6.3, zip64 included). @throws AppError `invalid: sheet_damaged` */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
	return orDamaged(() => {
		const view = viewOf(bytes);
		let { at, count } = directory(view);
		const entries: ZipEntry[] = [];
		while (count-- > 0) {
			if (view.getUint32(at, true) !== directoryEntry) throw damaged();
			const nameLength = view.getUint16(at + 28, true);
			const extraLength = view.getUint16(at + 30, true);
			const extra = new DataView(bytes.buffer, bytes.byteOffset + at + 46 + nameLength, extraLength);
			const [size, packed, offset] = sizes(
				extra,
				[24, 20, 42].map((field) => view.getUint32(at + field, true))
			);
			entries.push({
				name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
				method: view.getUint16(at + 10, true),
				encrypted: (view.getUint16(at + 8, true) & 1) === 1,
				packed: packed ?? 0,
				size: size ?? 0,
				offset: offset ?? 0
			});
			at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
		}
		return entries;
	});
}

/**
 * Unpacks entries, never to more than their directory declares and never to more than `most` bytes in all.
 * @throws AppError `invalid` with `sheet_unpacks_too_big`, `sheet_damaged`
 */
export async function unzip(
	bytes: Uint8Array,
	entries: readonly ZipEntry[],
	most: number
): Promise<Map<string, Uint8Array>> {
	const total = entries.reduce((sum, entry) => sum + entry.size, 0);
	if (total > most)
		throw new AppError('invalid', 'sheet_unpacks_too_big', { most: Math.floor(most / 2 ** 20) });
	const files = new Map<string, Uint8Array>();
	for (const entry of entries) {
		if (files.has(entry.name)) throw damaged();
		files.set(entry.name, await unpack(bytes, entry));
	}
	return files;
}

async function unpack(bytes: Uint8Array, { method, packed, size, offset }: ZipEntry): Promise<Uint8Array> {
	const data = orDamaged(() => {
		const view = viewOf(bytes);
		if (view.getUint32(offset, true) !== localEntry) throw damaged();
		const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
		return bytes.subarray(start, start + packed);
	});
	if (size === 0) return new Uint8Array();
	if (method === 0 && packed === size) return data;
	if (method !== 8) throw damaged();
	const unpacked = await inflate(data, { maxOutputLength: size }).catch(() => null);
	if (unpacked?.length !== size) throw damaged();
	return unpacked;
}

/** An archive of these files, uncompressed. */
export function zipStored(files: ReadonlyMap<string, Uint8Array>): Buffer {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const [path, data] of files) {
		const name = Buffer.from(path);
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(0x0800, 2);
		facts.writeUInt32LE(crc32(data), 10);
		facts.writeUInt32LE(data.length, 14);
		facts.writeUInt32LE(data.length, 18);
		facts.writeUInt16LE(name.length, 22);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		parts.push(word(localEntry), facts, name, data);
		directory.push(word(directoryEntry), short(20), facts, tail, name);
		offset += 30 + name.length + data.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.size, 4);
	end.writeUInt16LE(files.size, 6);
	end.writeUInt32LE(listed.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, listed, word(endOfDirectory), end]);
}

function directory(view: DataView): { at: number; count: number } {
	const end = endAt(view);
	const at = view.getUint32(end + 16, true);
	const count = view.getUint16(end + 10, true);
	if (at !== full && count !== 0xffff) return { at, count };
	const end64 = Number(view.getBigUint64(end - 12, true));
	if (view.getUint32(end64, true) !== endOfDirectory64) throw damaged();
	return {
		at: Number(view.getBigUint64(end64 + 48, true)),
		count: Number(view.getBigUint64(end64 + 32, true))
	};
}

/** The end record stands last, before a comment of at most 64 KB. */
function endAt(view: DataView): number {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
		if (view.getUint32(at, true) === endOfDirectory) return at;
	}
	throw damaged();
}

/** Numbers that do not fit 32 bits stand in the zip64 extra field, in this order, only those that are full. */
function sizes(extra: DataView, numbers: number[]): number[] {
	if (!numbers.includes(full)) return numbers;
	let at = 0;
	while (extra.getUint16(at, true) !== 1) at += 4 + extra.getUint16(at + 2, true);
	at += 4;
	return numbers.map((number) => {
		if (number !== full) return number;
		at += 8;
		return Number(extra.getBigUint64(at - 8, true));
	});
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function word(value: number): Buffer {
	const four = Buffer.alloc(4);
	four.writeUInt32LE(value);
	return four;
}

function short(value: number): Buffer {
	const two = Buffer.alloc(2);
	two.writeUInt16LE(value);
	return two;
}

function damaged(): AppError {
	return new AppError('invalid', 'sheet_damaged');
}

/** Reading past the end of the bytes means that the archive is cut off or lies. */
function orDamaged<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError) throw damaged();
		throw error;
	}
}
