import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { needs, type NeedKey, type Risk } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { sayDay, sayDistance, sayMinutes, saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import { clockOf, dayOf, type Span } from '#lib/shared/time.ts';
import type { Presence } from '#lib/requests/requests.ts';
import { names } from './names.ts';
import type { OfferState } from './offers.ts';
import type { OfferedHelp, Whose } from './offered.server.ts';
import { whyClauses } from './reasons.ts';

/** An offer in a list. */
export interface OfferLine {
	id: string;
	title: string;
	when: string;
	minutes: string;
	place: string;
	/** From the volunteer's home; null where that is not known or does not matter. */
	distance: string | null;
	answerBy: string;
}

/** Until when an answer is asked for: today only the time. */
function answerBy(expiresAt: Date, { now, zone }: Here): string {
	const today = dayOf(expiresAt, zone) === dayOf(now, zone);
	const when = today ? clockOf(expiresAt, zone).replace(/^0/, '') : sayWhen(expiresAt, { now, zone });
	return m.volunteers_answer_by({ when });
}

/** What an offer says in four lines. */
export function offerLine(told: OfferedHelp, here: Here): OfferLine {
	const { offer, request } = told;
	return {
		id: offer.id,
		title: titleOf(told),
		when: saySpan(offer.during, here),
		minutes: m.volunteers_about_minutes({ minutes: sayMinutes(request.minutes) }),
		place: placeOf(told),
		distance: distanceOf(told),
		answerBy: answerBy(offer.expiresAt, here)
	};
}

/** An offer for which another time was proposed, in a list. */
export function proposedLine(told: OfferedHelp, here: Here): { id: string; title: string; when: string } {
	const { offer } = told;
	return { id: offer.id, title: titleOf(told), when: saySpan(offer.proposed ?? offer.during, here) };
}

/** What is told in confidence is not told before somebody has said yes. */
function titleOf({ request }: OfferedHelp): string {
	const need = needName(request.need as NeedKey);
	return needs[request.need as NeedKey].confidential ? need : (request.title ?? need);
}

function placeOf({ request, compound }: OfferedHelp): string {
	if (request.presence === 'telephone') return m.volunteers_on_telephone();
	if (!compound) return m.volunteers_in_community();
	return getLocale() === 'en' ? compound.nameEn : compound.name;
}

function distanceOf({ metres }: OfferedHelp): string | null {
	return metres === null ? null : m.volunteers_distance({ distance: sayDistance(metres) });
}

/** What of an offer tells how it stands. */
interface OfferToJudge {
	offer: Pick<OfferedHelp['offer'], 'status' | 'expiresAt'>;
	request: Pick<OfferedHelp['request'], 'life'>;
}

/** How an offer stands, for its own page. */
export type OfferStanding = 'open' | 'taken' | 'not_needed' | Exclude<OfferState, 'waiting' | 'sent'>;

/** Everything an offer's page says. */
export interface OfferPage extends OfferLine {
	standing: OfferStanding;
	/** The kind of help, where the title is in the asker's own words. */
	need: string | null;
	telephone: boolean;
	why: string[];
	whose: string;
	/** There is a note that acceptance opens. */
	hasNote: boolean;
	risk: string | null;
	/** Others are asked for the same place. */
	together: boolean;
	confidential: boolean;
	/** Another time that was proposed. */
	proposed: string | null;
}

export function offerPage(told: OfferedHelp, here: Here): OfferPage {
	const { offer, request, parts, whose } = told;
	const need = needs[request.need as NeedKey];
	const line = offerLine(told, here);
	const name = needName(request.need as NeedKey);
	return {
		...line,
		standing: standingOf(told, here.now),
		need: line.title === name ? null : name,
		telephone: request.presence === 'telephone',
		why: whyClauses(parts, { reader: 'volunteer', names }),
		whose: whoseWords(whose, request.presence),
		hasNote: request.noteSealed !== null,
		risk: riskWords(need.risk, told.insuredUntil, here),
		together: told.together,
		confidential: need.confidential,
		proposed: offer.proposed ? saySpan(offer.proposed, here) : null
	};
}

/**
 * An offer whose time is over counts as lapsed even before it was marked so; one taken back because nobody needs the
 * help any more is told apart from one that others have taken on.
 */
export function standingOf(
	{ offer: { status, expiresAt }, request: { life } }: OfferToJudge,
	now: Date
): OfferStanding {
	if (status === 'withdrawn' && (life === 'filled' || life === 'done')) return 'taken';
	if (status === 'withdrawn' && (life === 'cancelled' || life === 'closed')) return 'not_needed';
	if (status !== 'sent' && status !== 'waiting') return status;
	return expiresAt > now ? 'open' : 'lapsed';
}

const atHome: Record<Whose, () => string> = {
	unit: m.volunteers_whose_unit,
	elder: m.volunteers_whose_elder_home,
	child: m.volunteers_whose_child_home,
	neighbour: m.volunteers_whose_neighbour_home
};

const elsewhere: Record<Whose, () => string> = {
	unit: m.volunteers_whose_unit,
	elder: m.volunteers_whose_elder,
	child: m.volunteers_whose_child,
	neighbour: m.volunteers_whose_neighbour
};

function whoseWords(whose: Whose, presence: Presence): string {
	return (presence === 'home' ? atHome : elsewhere)[whose]();
}

/** Said before anybody accepts (志愿服务条例 12). */
function riskWords(risk: Risk, insuredUntil: string | null, { now, zone }: Here): string | null {
	const today = dayOf(now, zone);
	if (risk === 'none') return null;
	if (risk === 'some') return m.volunteers_risk_some();
	return insuredUntil && insuredUntil >= today
		? m.volunteers_risk_insured({ day: sayDay(insuredUntil, today) })
		: m.volunteers_risk_uninsured();
}

/** The day and the time of a span's start, as a form takes them. */
export function startFields({ start }: Span, zone: string): { day: string; time: string } {
	return { day: dayOf(start, zone), time: clockOf(start, zone) };
}
