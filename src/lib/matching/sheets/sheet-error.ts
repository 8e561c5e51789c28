/** Why no plan can be made of these sheets; the message is for the reader. */
export class SheetError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'SheetError';
	}
}
