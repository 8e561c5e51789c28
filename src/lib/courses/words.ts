import { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/shared/time.ts';
import { levelName, skillName } from '#lib/skills/words.ts';
import { sayDate } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { CertificateState } from './certificate.ts';
import { skillOf, type Standing } from './completion.ts';

/** 急救 · 熟练, or null where a course proves nothing. */
export function proofSaid(course: { skill: string | null; level: number | null }): string | null {
	const proof = skillOf(course);
	return proof && m.courses_proof({ skill: skillName(proof.skill), level: levelName(proof.level) });
}

/** How far somebody has come, in one sentence. */
export function standingSaid({ attended, held, needed, left }: Standing): string {
	return left > 0
		? m.courses_standing({ attended, held, needed, left })
		: m.courses_standing_ended({ attended, held, needed });
}

/** Until when it counts. */
export function untilSaid(expiresOn: Day | null): string {
	return expiresOn === null ? m.courses_for_good() : m.courses_until({ day: sayDate(expiresOn) });
}

const states: Record<CertificateState, { words: () => string; tone: Tone }> = {
	valid: { words: m.courses_valid, tone: 'green' },
	expired: { words: m.courses_expired, tone: 'amber' },
	revoked: { words: m.courses_revoked, tone: 'red' }
};

export function stateTag(state: CertificateState): { words: string; tone: Tone } {
	const { words, tone } = states[state];
	return { words: words(), tone };
}
