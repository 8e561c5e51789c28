import type { Locale } from '#lib/imports/target.ts';

/** A sentence in the language asked for. */
export type Said = (locale: Locale) => string;

/** Why no plan can be made of these sheets, all that is wrong at once; for the reader, in either language. */
export class SheetError extends Error {
	readonly words: Said;

	constructor(...faults: Said[]) {
		const words = (locale: Locale) => faults.map((say) => say(locale)).join('\n');
		super(`${words('zh-CN')}\n${words('en')}`);
		this.name = 'SheetError';
		this.words = words;
	}
}
