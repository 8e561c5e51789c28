/** What a calendar holds: zones that it defines, and events by property, parameters as part of the name. */
export interface ReadCalendar {
	zones: string[];
	events: Record<string, string>[];
}

/**
 * Reads a calendar file strictly as RFC 5545 describes it (3.1 content lines and folding, 3.3.11 text, 3.6 components).
 * @throws Error where a line or a component is not as it must be
 */
export function readCalendar(text: string): ReadCalendar {
	if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('lines end with CRLF');
	const lines = text
		.slice(0, -2)
		.replace(/\r\n[ \t]/g, '')
		.split('\r\n');
	const open: string[] = [];
	const read: ReadCalendar = { zones: [], events: [] };
	for (const line of lines) {
		const [, name, params = '', value] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/su.exec(line) ?? [];
		if (!name || value === undefined) throw new Error(`no content line: ${line}`);
		if (name === 'BEGIN') open.push(value);
		else if (name === 'END' && open.pop() !== value) throw new Error(`${value} was not open`);
		if (name === 'BEGIN' && value === 'VEVENT') read.events.push({});
		if (name === 'BEGIN' || name === 'END') continue;
		if (open.at(-1) === 'VTIMEZONE' && name === 'TZID') read.zones.push(value);
		if (open.at(-1) === 'VEVENT') read.events.at(-1)![name + params] = textOf(value);
	}
	if (open.length > 0 || lines[0] !== 'BEGIN:VCALENDAR') throw new Error('not one whole calendar');
	return read;
}

function textOf(value: string): string {
	return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
