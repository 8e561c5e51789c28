import { m } from '#lib/paraglide/messages.js';
import type { ConsentPurpose } from './people.ts';

type Word = () => string;

const opened: Record<string, Word> = {
	phone: m.accounts_opening_phone,
	address_and_phone: m.accounts_opening_address_and_phone,
	note: m.accounts_opening_note
};

/** What of a person was opened. */
export function openedWords(what: string): string {
	return (opened[what] ?? m.accounts_opening_other)();
}

const reasons: Record<string, Word> = {
	task_accepted: m.accounts_reason_task_accepted,
	handling_request: m.accounts_reason_handling_request,
	helps_me: m.accounts_reason_helps_me,
	lent: m.accounts_reason_lent,
	joined_next_door: m.accounts_reason_joined_next_door,
	home_visit: m.accounts_reason_home_visit,
	request_changed: m.accounts_reason_request_changed
};

/** Why it was opened: a code in words, or the words that staff gave. */
export function reasonWords(reason: string): string {
	return reasons[reason]?.() ?? reason;
}

/** Who opened it, where that is nobody of the community: the sub-district that handed somebody on. */
export function strangerWords(reason: string): string {
	return reason === 'lent' ? m.accounts_subdistrict() : '';
}

interface PurposeWords {
	title: string;
	/** What one agrees to. */
	text: string;
	/** What happens otherwise. */
	without: string;
}

/** A purpose for which consent is asked, in plain words. */
export function purposeWords(purpose: ConsentPurpose): PurposeWords {
	switch (purpose) {
		case 'matching':
			return {
				title: m.accounts_consent_title_matching(),
				text: m.accounts_consent_matching(),
				without: m.accounts_consent_without_matching()
			};
		case 'sensitive':
			return {
				title: m.accounts_consent_title_sensitive(),
				text: m.accounts_consent_sensitive(),
				without: m.accounts_consent_without_sensitive()
			};
		case 'honour':
			return {
				title: m.accounts_consent_title_honour(),
				text: m.accounts_consent_honour(),
				without: m.accounts_consent_without_honour()
			};
		case 'neighbours':
			return {
				title: m.accounts_consent_title_neighbours(),
				text: m.accounts_consent_neighbours(),
				without: m.accounts_consent_without_neighbours()
			};
	}
}
