/** The largest photo that is taken in, bytes: what phones make, with room to spare. */
export const largestUpload = 12 * 1024 * 1024;
/** The largest picture that is stored, bytes. */
export const largestStored = 400 * 1024;
/** The most pixels that are unpacked: a small file may claim to be a huge picture. */
export const mostPixels = 50_000_000;

/** What a file field offers to choose. */
export const pictureTypes = 'image/jpeg,image/png,image/webp';

const starts: readonly [kind: string, at: number, bytes: readonly number[]][] = [
	['jpeg', 0, [0xff, 0xd8, 0xff]],
	['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	['webp', 8, [0x57, 0x45, 0x42, 0x50]]
];

/** What a file is by its first bytes, whatever its name says; null for anything that is no photo. */
export function pictureKind(bytes: Uint8Array): string | null {
	const found = starts.find(([, at, start]) => start.every((byte, index) => bytes[at + index] === byte));
	return found?.[0] ?? null;
}
