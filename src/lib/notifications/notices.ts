/** What people are told. Each has words in messages/{locale}/notifications.json under `notifications_<template>`. */
export const noticeTemplates = [
	'request_received',
	'request_arranged',
	'request_question',
	'request_refused',
	'request_closed',
	'request_reopened',
	'help_done',
	'offer_new',
	'offer_reminder',
	'offer_taken',
	'offer_withdrawn',
	'offer_lapsed',
	'other_time_agreed',
	'other_time_refused',
	'task_cancelled',
	'task_confirmed',
	'task_disputed',
	'task_annulled',
	'staff_other_time',
	'staff_dropped_out',
	'staff_used_up',
	'staff_budget_lifted',
	'staff_caps_lifted',
	'staff_disputed',
	'staff_new_request',
	'card_approved',
	'card_returned',
	'person_verified'
] as const;

export type NoticeTemplate = (typeof noticeTemplates)[number];
