/** A rectangle on a page, points from the top left. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A4, in points. */
export const page = { width: 595.28, height: 841.89 };
/** What printers leave white. */
const margin = 22;
const [columns, rows] = [2, 4];
const width = (page.width - 2 * margin) / columns;
const height = (page.height - 2 * margin) / rows;

/** How many cards stand on a page: eight, to be cut out by two straight lines down and across. */
export const cardsOnPage = columns * rows;

/** Where the card at a place of the list stands on its page. */
export function boxOf(at: number): Box {
	const place = at % cardsOnPage;
	return {
		x: margin + (place % columns) * width,
		y: margin + Math.floor(place / columns) * height,
		width,
		height
	};
}
