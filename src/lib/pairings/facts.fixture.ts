import { anyDaytime } from './hours.ts';
import type { MemberFacts, ResidentFacts, Setting } from './facts.ts';

export const setting: Setting = { firstDay: '2026-11-23', minutes: 60 };

/** Somebody old who agreed and has no wishes. */
export function residentWith(facts: Partial<ResidentFacts> = {}): ResidentFacts {
	return {
		personId: 'resident',
		householdId: 'home-of-resident',
		place: { east: 0, north: 0 },
		vulnerable: true,
		consented: true,
		wishes: {
			gender: null,
			genderIsMust: false,
			language: null,
			languageIsMust: false,
			interests: []
		},
		skills: [],
		suits: { hours: anyDaytime, fixed: false },
		excluded: new Set(),
		declined: new Set(),
		...facts
	};
}

/** Somebody who passes every gate of `residentWith()`, 300 m away. */
export function memberWith(facts: Partial<MemberFacts> = {}): MemberFacts {
	return {
		personId: 'member',
		householdId: 'home-of-member',
		place: { east: 300, north: 0 },
		reachMetres: 1000,
		cardStatus: 'approved',
		cardExpiresOn: null,
		vettedUntil: '2027-12-31',
		bornOn: '1980-01-01',
		gender: 'female',
		languages: ['mandarin'],
		interests: [],
		skills: new Set(),
		availability: anyDaytime,
		pairs: 0,
		histories: new Map(),
		...facts
	};
}
