/** A path of this app that someone may be led to; anything else becomes the home page, so that no link leads away. */
export function safePath(path: string | null): string {
	if (!path || !/^\/(?![/\\])/.test(path) || /[\\\p{Cc}]/u.test(path)) return '/';
	return path;
}
