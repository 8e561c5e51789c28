const whole =
	/^(?:约|大约|大概|共|about)?(\d{1,9})(?:\.0+)?(?:个?人|名|位|个|次|people|persons?|volunteers?)?(?:左右)?$/;
const spoken =
	/^(?:(\d+(?:\.\d+)?)(?:小时|个小时|个钟头|hours?|hrs?|h))?(?:(\d+)(?:分钟?|minutes?|mins?|m))?$/;
const metres = /^(-?\d{1,7}(?:\.\d+)?)(?:米|公尺|m|met(?:re|er)s?)?$/;
const clock = /^(\d{1,2}):([0-5]\d)$/;
const decimal = /^-?\d{1,3}(?:\.\d+)?$/;
const shortened = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;

/** A whole number of things or people: `5`, `1,200`, `约5人`, `5.0`. Null for anything else. */
export function readWhole(text: string): number | null {
	const found = whole.exec(plain(text).replace(/(?<=\d),(?=\d{3})/g, ''));
	return found ? Number(found[1]) : null;
}

/** Metres on a map, to the nearest one: `120`, `120.5`, `-30米`, `1,200 m`. Null for anything else. */
export function readMetres(text: string): number | null {
	const found = metres.exec(plain(text).replace(/(?<=\d),(?=\d{3})/g, ''));
	return found ? Math.round(Number(found[1])) : null;
}

/** A length of time in minutes: `90`, `90分钟`, `1.5小时`, `1小时30分`, `2h`, `1:30`. Null for anything else. */
export function readMinutes(text: string): number | null {
	const simple = plain(text);
	if (/^\d+$/.test(simple)) return Number(simple);
	const [, hours, minutes] = clock.exec(simple) ?? spoken.exec(simple) ?? [];
	if (hours === undefined && minutes === undefined) return null;
	return Math.round(Number(hours ?? 0) * 60) + Number(minutes ?? 0);
}

/** Decimal degrees within ±`most`. Null for anything else. */
export function readDegrees(text: string, most: 90 | 180): number | null {
	const simple = plain(text);
	const degrees = decimal.test(simple) ? Number(simple) : NaN;
	return Math.abs(degrees) <= most ? degrees : null;
}

/** True where a spreadsheet cut a long number down to `1.38E+10`: its digits are lost. */
export function isShortened(text: string): boolean {
	return shortened.test(plain(text));
}

function plain(text: string): string {
	return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
