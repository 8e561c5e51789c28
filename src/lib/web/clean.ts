/**
 * Characters that no one types: controls, which the database refuses (line breaks and tabs stay), those that turn
 * the direction of writing, with which a name or a note could show what follows it back to front, and those that nobody
 * sees (Unicode's Default_Ignorable_Code_Point, and Braille's blank): a name of them alone is none. What joins and varies the
 * characters beside it is looked at below.
 */
const unwritable =
	/[^\P{Cc}\n\r\t]|\p{Bidi_Control}|\u2800|(?![\p{Variation_Selector}\u200d\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu;

/**
 * What joins or varies nothing: a joiner (U+200D) that does not stand between two pictures, a variation selector after
 * nothing that can be seen, the letters of a flag without the flag. What is a flag stays, as the first group.
 */
const idle =
	/(\u{1f3f4}[\u{e0020}-\u{e007f}]+)|[\u{e0020}-\u{e007f}]|(?<!\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)\u200d|\u200d(?!\p{Extended_Pictographic})|(?<=^|[\s\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}])\p{Variation_Selector}/gu;

/** A text as it can be stored: well-formed, composed, without what nobody types or sees, line ends as `\n`. */
export function cleanText(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(unwritable, '')
		.replace(idle, '$1')
		.normalize('NFC');
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
