import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { CampaignState } from '#lib/pairings/pairings.ts';
import { campaignTag } from '#lib/pairings/words.ts';
import { listWords } from '#lib/matching/words.ts';
import type { Tone } from '#lib/ui/ui.ts';

/** Something with a name in both languages. */
interface Named {
	name: string;
	nameEn: string;
}

/** A community by its name in the reader's language. */
export function communityName({ name, nameEn }: Named): string {
	return getLocale() === 'en' ? nameEn : name;
}

/** What stands above every page of a joint campaign. */
export interface JointHead {
	id: string;
	name: string;
	/** From when to when, and where. */
	line: string;
	purpose: string | null;
	closed: boolean;
	state: { words: string; tone: Tone };
}

interface Joint {
	id: string;
	name: string;
	purpose: string | null;
	fromDay: string;
	toDay: string;
}

/** A joint campaign in words; it stands where those of its communities stand. */
export function jointHead(
	{ id, name, purpose, fromDay, toDay }: Joint,
	partners: readonly { community: Named; campaign: { status: CampaignState } }[]
): JointHead {
	const state = jointState(partners.map(({ campaign }) => campaign.status));
	const days = m.pairings_days({ from: fromDay, to: toDay });
	return {
		id,
		name,
		line: [days, listWords(partners.map(({ community }) => communityName(community)))].join(' · '),
		purpose,
		closed: state === 'closed',
		state: campaignTag(state)
	};
}

/** Over where all are over, under way where one is. */
export function jointState(states: readonly CampaignState[]): CampaignState {
	if (states.every((state) => state === 'closed')) return 'closed';
	return states.includes('running') || states.includes('closed') ? 'running' : 'draft';
}
