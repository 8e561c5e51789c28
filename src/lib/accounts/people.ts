/** What someone may do in a community beside being a resident. */
export type Role = 'volunteer' | 'staff' | 'admin';

/** Who acts: an account, as one community knows it. Verbs take it right after the scope. */
export interface Actor {
	accountId: string;
	personId: string;
	name: string;
	roles: readonly Role[];
	verified: boolean;
}

/** True for paid staff and the community's admin. */
export function isStaff(actor: Pick<Actor, 'roles'>): boolean {
	return actor.roles.includes('staff') || actor.roles.includes('admin');
}

export const genders = ['female', 'male'] as const;
export type Gender = (typeof genders)[number];

/** What personal data may be used for; each is asked for apart, in plain words, with the version of the wording. */
export const consentPurposes = ['matching', 'sensitive', 'honour', 'neighbours'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What a family proxy (亲情代理) may be allowed to do for an elder. */
export const proxyRights = ['book', 'ask_help', 'see'] as const;
export type ProxyRight = (typeof proxyRights)[number];

/** A proxy from the question to the end. */
export const proxyStates = ['asked', 'accepted', 'declined', 'ended'] as const;
export type ProxyState = (typeof proxyStates)[number];

/** Rises when the words of a purpose change; an older consent is asked for again. */
export const consentVersion: Record<ConsentPurpose, number> = {
	matching: 1,
	sensitive: 1,
	honour: 1,
	neighbours: 1
};

/** The purposes that mean something to a person: only a volunteer can be lent to a neighbouring community. */
export function purposesFor(roles: readonly Role[]): ConsentPurpose[] {
	return consentPurposes.filter((purpose) => purpose !== 'neighbours' || roles.includes('volunteer'));
}
