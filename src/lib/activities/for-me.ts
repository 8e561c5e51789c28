/** What somebody likes, as far as he has said it. */
export interface Likes {
	/** In his own words, from the registration card. */
	hobbies: readonly string[];
	/** Groups to which he belongs. */
	groupIds: ReadonlySet<string>;
}

/** What an activity says of itself. */
export interface Offered {
	name: string;
	words: string;
	groupId: string | null;
	/** Name of its group. */
	group: string | null;
}

/** Why it may be something for him. */
export type ForMe = { why: 'group' } | { why: 'hobby'; hobby: string };

/** Why an activity may be something for somebody, always one that can be said to him; null where nothing speaks for it. */
export function forMe({ hobbies, groupIds }: Likes, { name, words, groupId, group }: Offered): ForMe | null {
	if (groupId && groupIds.has(groupId)) return { why: 'group' };
	const text = `${name} ${words} ${group ?? ''}`.toLowerCase();
	const hobby = hobbies.find((one) => one.trim() !== '' && text.includes(one.trim().toLowerCase()));
	return hobby ? { why: 'hobby', hobby } : null;
}
