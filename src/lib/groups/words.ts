import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Params } from '#lib/shared/errors.ts';
import type {
	GroupKind,
	GroupRole,
	JoinMode,
	RefusalReason,
	RemovalReason,
	ReportReason,
	Theme
} from './groups.ts';

type Word = () => string;

/** What a group says of itself in the reader's language; few of them write English. */
export function inWords(chinese: string, english: string): string {
	return getLocale() === 'en' && english ? english : chinese;
}

/** The name of a group in the reader's language. */
export function groupName({ name, nameEn }: { name: string; nameEn: string }): string {
	return inWords(name, nameEn);
}

/** The values of a notice about a group, with one name where two stood: of the group, and of the community that did it. */
export function groupValues(params: Params): Params {
	const { group, groupEn, by, byEn } = params;
	if (typeof group !== 'string' || typeof groupEn !== 'string') return params;
	const named = { ...params, group: inWords(group, groupEn) };
	return typeof by === 'string' && typeof byEn === 'string' ? { ...named, by: inWords(by, byEn) } : named;
}

const kinds: Record<GroupKind, Word> = {
	arts: m.groups_kind_arts,
	sports: m.groups_kind_sports,
	reading: m.groups_kind_reading,
	volunteers: m.groups_kind_volunteers,
	class: m.groups_kind_class,
	other: m.groups_kind_other
};

/** What kind of group it is. */
export function kindName(kind: GroupKind): string {
	return kinds[kind]();
}

const themes: Record<Theme, Word> = {
	learning: m.groups_theme_learning,
	peace: m.groups_theme_peace,
	cleanliness: m.groups_theme_cleanliness,
	service: m.groups_theme_service,
	culture: m.groups_theme_culture,
	prosperity: m.groups_theme_prosperity
};

/** One of 六联六建. */
export function themeName(theme: Theme): string {
	return themes[theme]();
}

const roles: Record<GroupRole, { name: Word; duty: Word }> = {
	leader: { name: m.groups_role_leader, duty: m.groups_role_leader_duty },
	deputy: { name: m.groups_role_deputy, duty: m.groups_role_deputy_duty },
	room_keeper: { name: m.groups_role_room_keeper, duty: m.groups_role_room_keeper_duty },
	treasurer: { name: m.groups_role_treasurer, duty: m.groups_role_treasurer_duty }
};

/** What somebody is in a group. */
export function roleName(role: GroupRole): string {
	return roles[role].name();
}

/** What he answers for. */
export function roleDuty(role: GroupRole): string {
	return roles[role].duty();
}

const joins: Record<JoinMode, Word> = {
	open: m.groups_join_open,
	approval: m.groups_join_approval,
	invitation: m.groups_join_invitation
};

/** How one joins. */
export function joinName(join: JoinMode): string {
	return joins[join]();
}

const refusals: Record<RefusalReason, Word> = {
	level: m.groups_refusal_level,
	time: m.groups_refusal_time,
	talk_first: m.groups_refusal_talk_first,
	other: m.groups_reason_other
};

/** Why a wish is refused. */
export function refusalName(reason: RefusalReason): string {
	return refusals[reason]();
}

const removals: Record<RemovalReason, Word> = {
	stays_away: m.groups_removal_stays_away,
	moved: m.groups_removal_moved,
	asked_to: m.groups_removal_asked_to,
	rules: m.groups_removal_rules,
	other: m.groups_reason_other
};

/** Why a member is taken off the list. */
export function removalName(reason: RemovalReason): string {
	return removals[reason]();
}

const reports: Record<ReportReason, Word> = {
	not_asked: m.groups_report_not_asked,
	rude: m.groups_report_rude,
	untrue: m.groups_report_untrue,
	advertising: m.groups_report_advertising,
	other: m.groups_reason_other
};

/** Why somebody finds a story wrong. */
export function reportName(reason: ReportReason): string {
	return reports[reason]();
}
