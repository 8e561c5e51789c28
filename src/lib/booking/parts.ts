/** Parts of a day that suit somebody who waits, as minutes. */
export const waitParts = {
	any: { fromMinute: 0, toMinute: 1440 },
	morning: { fromMinute: 0, toMinute: 12 * 60 },
	noon: { fromMinute: 11 * 60 + 30, toMinute: 14 * 60 },
	afternoon: { fromMinute: 12 * 60, toMinute: 17 * 60 + 30 },
	evening: { fromMinute: 17 * 60, toMinute: 1440 }
} as const;

export type WaitPart = keyof typeof waitParts;

export const waitPartNames = [
	'any',
	'morning',
	'noon',
	'afternoon',
	'evening'
] as const satisfies readonly WaitPart[];
