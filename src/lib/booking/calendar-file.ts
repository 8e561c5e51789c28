import { clockOf, dayOf, type Span } from '#lib/shared/time.ts';

/** Something in a calendar. */
export interface CalendarEvent {
	/** Stays the same through all changes. */
	uid: string;
	/** Rises with each change. */
	sequence: number;
	/** When it was last changed, as far as that is known. */
	stamp: Date;
	during: Span;
	summary: string;
	location: string;
	description: string;
	url: string;
	cancelled: boolean;
}

/** Zones that have kept one offset since long before the app, so that one line describes them. */
const steadyZones: Readonly<Record<string, string>> = { 'Asia/Shanghai': '+0800' };

/** The longest line of a calendar file, octets (RFC 5545, 3.1). */
const longestLine = 75;

/**
 * A calendar file (RFC 5545). Times stand in the community's zone, with its definition; in a zone that changes its
 * clocks as UTC.
 * @param name what calendars call a feed
 */
export function calendarFile(
	events: readonly CalendarEvent[],
	{ zone, name }: { zone: string; name: string }
) {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Linli//Calendar//ZH',
		'CALSCALE:GREGORIAN',
		`NAME:${escaped(name)}`,
		`X-WR-CALNAME:${escaped(name)}`,
		'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
		'X-PUBLISHED-TTL:PT1H',
		...zoneLines(zone),
		...events.flatMap((event) => eventLines(event, zone)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function zoneLines(zone: string): string[] {
	const offset = steadyZones[zone];
	if (!offset) return [];
	return [
		'BEGIN:VTIMEZONE',
		`TZID:${zone}`,
		'BEGIN:STANDARD',
		'DTSTART:19700101T000000',
		`TZOFFSETFROM:${offset}`,
		`TZOFFSETTO:${offset}`,
		'END:STANDARD',
		'END:VTIMEZONE'
	];
}

function eventLines(event: CalendarEvent, zone: string): string[] {
	const { uid, sequence, stamp, during, summary, location, description, url, cancelled } = event;
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${utc(stamp)}`,
		`SEQUENCE:${sequence}`,
		`DTSTART${at(during.start, zone)}`,
		`DTEND${at(during.end, zone)}`,
		`SUMMARY:${escaped(summary)}`,
		`LOCATION:${escaped(location)}`,
		`DESCRIPTION:${escaped(description)}`,
		`URL:${url}`,
		`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		'END:VEVENT'
	];
}

function at(instant: Date, zone: string): string {
	if (!steadyZones[zone]) return `:${utc(instant)}`;
	const day = dayOf(instant, zone).replaceAll('-', '');
	return `;TZID=${zone}:${day}T${clockOf(instant, zone).replace(':', '')}00`;
}

function utc(instant: Date): string {
	return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
	return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');
}

/** Of a character in UTF-8. */
function octetsOf(codePoint: number): number {
	if (codePoint < 0x80) return 1;
	return codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
}

/** A line broken so that no piece is longer than is allowed, and no character is broken. */
function folded(line: string): string {
	if (3 * line.length <= longestLine) return line;
	const pieces: string[] = [];
	let piece = '';
	let octets = 0;
	for (const letter of line) {
		const size = octetsOf(letter.codePointAt(0)!);
		if (octets + size > longestLine) {
			pieces.push(piece);
			piece = ' ';
			octets = 1;
		}
		piece += letter;
		octets += size;
	}
	return [...pieces, piece].join('\r\n');
}
