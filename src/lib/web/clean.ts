/**
 * Characters that no one types: controls, which the database refuses (line breaks and tabs stay), and those that turn
 * the direction of writing, with which a name or a note could show what follows it back to front.
 */
const unwritable = /[^\P{Cc}\n\r\t]|\p{Bidi_Control}/gu;

/** A text as it can be stored: well-formed, composed, without control characters and turns of direction, line ends as `\n`. */
export function cleanText(text: string): string {
	return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwritable, '').normalize('NFC');
}

/** A form with every text cleaned; files stay as they are. */
export function cleanForm(form: FormData): FormData {
	const clean = new FormData();
	for (const [name, value] of form) {
		if (typeof value === 'string') clean.append(cleanText(name), cleanText(value));
		else clean.append(cleanText(name), value);
	}
	return clean;
}
