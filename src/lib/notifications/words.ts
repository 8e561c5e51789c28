import { m } from '#lib/paraglide/messages.js';
import type { Params } from '#lib/shared/errors.ts';
import { noticeTemplates, type NoticeTemplate } from './notices.ts';

type Words = (params: never) => string;

const words: Record<NoticeTemplate, Words> = {
	request_received: m.notifications_request_received,
	request_arranged: m.notifications_request_arranged,
	request_question: m.notifications_request_question,
	request_refused: m.notifications_request_refused,
	request_closed: m.notifications_request_closed,
	request_reopened: m.notifications_request_reopened,
	help_done: m.notifications_help_done,
	offer_new: m.notifications_offer_new,
	offer_reminder: m.notifications_offer_reminder,
	offer_taken: m.notifications_offer_taken,
	offer_withdrawn: m.notifications_offer_withdrawn,
	offer_lapsed: m.notifications_offer_lapsed,
	other_time_agreed: m.notifications_other_time_agreed,
	other_time_refused: m.notifications_other_time_refused,
	task_cancelled: m.notifications_task_cancelled,
	task_confirmed: m.notifications_task_confirmed,
	task_disputed: m.notifications_task_disputed,
	task_annulled: m.notifications_task_annulled,
	staff_other_time: m.notifications_staff_other_time,
	staff_dropped_out: m.notifications_staff_dropped_out,
	staff_used_up: m.notifications_staff_used_up,
	staff_budget_lifted: m.notifications_staff_budget_lifted,
	staff_caps_lifted: m.notifications_staff_caps_lifted,
	staff_disputed: m.notifications_staff_disputed,
	staff_new_request: m.notifications_staff_new_request,
	pairing_offered: m.notifications_pairing_offered,
	pairing_companion: m.notifications_pairing_companion,
	pairing_meeting: m.notifications_pairing_meeting,
	pairing_hours: m.notifications_pairing_hours,
	pairing_paused: m.notifications_pairing_paused,
	pairing_ended: m.notifications_pairing_ended,
	visit_moved: m.notifications_visit_moved,
	visit_off: m.notifications_visit_off,
	visit_done: m.notifications_visit_done,
	staff_pairing_declined: m.notifications_staff_pairing_declined,
	staff_pairing_silent: m.notifications_staff_pairing_silent,
	staff_companion_refused: m.notifications_staff_companion_refused,
	staff_campaign_started: m.notifications_staff_campaign_started,
	staff_campaign_paired: m.notifications_staff_campaign_paired,
	staff_first_meeting_open: m.notifications_staff_first_meeting_open,
	staff_first_meeting_missed: m.notifications_staff_first_meeting_missed,
	staff_visit_missed: m.notifications_staff_visit_missed,
	staff_visit_unfinished: m.notifications_staff_visit_unfinished,
	staff_visit_dropped: m.notifications_staff_visit_dropped,
	staff_visit_no_time: m.notifications_staff_visit_no_time,
	proxy_asked_elder: m.notifications_proxy_asked_elder,
	proxy_asked_proxy: m.notifications_proxy_asked_proxy,
	proxy_accepted: m.notifications_proxy_accepted,
	proxy_declined: m.notifications_proxy_declined,
	proxy_changed: m.notifications_proxy_changed,
	proxy_ended: m.notifications_proxy_ended,
	staff_rated_low: m.notifications_staff_rated_low,
	roster_published: m.notifications_roster_published,
	swap_asked: m.notifications_swap_asked,
	swap_accepted: m.notifications_swap_accepted,
	swap_declined: m.notifications_swap_declined,
	booking_missed_twice: m.notifications_booking_missed_twice,
	card_approved: m.notifications_card_approved,
	card_returned: m.notifications_card_returned,
	person_verified: m.notifications_person_verified,
	booking_made: m.notifications_booking_made,
	booking_moved: m.notifications_booking_moved,
	booking_moved_for_staff: m.notifications_booking_moved_for_staff,
	booking_cancelled: m.notifications_booking_cancelled,
	booking_reminder: m.notifications_booking_reminder,
	booking_offered: m.notifications_booking_offered,
	booking_offer_lapsed: m.notifications_booking_offer_lapsed,
	venue_booked: m.notifications_venue_booked,
	venue_moved: m.notifications_venue_moved,
	venue_cancelled: m.notifications_venue_cancelled,
	venue_cancelled_for: m.notifications_venue_cancelled_for
};

function isTemplate(value: string): value is NoticeTemplate {
	return (noticeTemplates as readonly string[]).includes(value);
}

/** A notice in words of the reader's language. `params` already hold words where a code stood, e.g. a need's name. */
export function noticeWords(template: string, params: Params): string {
	return isTemplate(template) ? (words[template] as (params: Params) => string)(params) : '';
}
