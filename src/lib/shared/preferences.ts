/** How a person wants to see the app. Kept in cookies, so that it holds before anyone signs in. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const modes = ['standard', 'large', 'elder'] as const;
export type Mode = (typeof modes)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The one of `known` that `value` is, else the first. */
export function choose<T extends string>(known: readonly [T, ...T[]], value: string | undefined): T {
	return known.find((one) => one === value) ?? known[0];
}
