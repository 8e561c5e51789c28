import { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/shared/time.ts';
import { sayDate } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { stateOn, type Agreement } from './agreement.ts';
import type { AgreementState, PartnerKind } from './partners.ts';

const kinds: Record<PartnerKind, () => string> = {
	located: m.partners_kind_located,
	assigned: m.partners_kind_assigned,
	leading: m.partners_kind_leading
};

/** 驻区单位, 共建单位, 牵头单位. */
export function kindName(kind: PartnerKind): string {
	return kinds[kind]();
}

/** The picture and tint of each kind of unit. */
export const unitLooks: Record<PartnerKind, { icon: IconName; tone: Tone }> = {
	located: { icon: 'building-2', tone: 'blue' },
	assigned: { icon: 'handshake', tone: 'green' },
	leading: { icon: 'landmark', tone: 'red' }
};

const tones: Record<AgreementState, Tone | null> = {
	ahead: 'blue',
	running: null,
	ending: 'amber',
	overdue: 'red',
	ended: 'grey'
};

/** How an agreement stands; null where it just runs. */
export function stateWords(agreement: Agreement, today: Day): { words: string; tone: Tone } | null {
	const state = stateOn(agreement, today);
	const tone = tones[state];
	return tone && { tone, words: wordsOf(state, agreement) };
}

function wordsOf(state: AgreementState, { since, until }: Agreement): string {
	if (state === 'ahead') return m.partners_state_ahead({ day: sayDate(since) });
	const day = sayDate(until ?? since);
	if (state === 'ending') return m.partners_state_ending({ day });
	return state === 'overdue' ? m.partners_state_overdue({ day }) : m.partners_state_ended({ day });
}
