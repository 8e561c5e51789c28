import { m } from '#lib/paraglide/messages.js';
import type { NeedGroup, NeedKey } from './needs.ts';
import type { SkillLevel } from './skills.ts';
import type { SkillCategory, SkillKey, Theme } from './vocabulary.ts';

/** A message of ours: takes no values, speaks the reader's language unless told another. */
type Word = typeof m.skills_level_1;
type Locale = NonNullable<NonNullable<Parameters<Word>[1]>['locale']>;

const levels: Record<SkillLevel, Word> = {
	1: m.skills_level_1,
	2: m.skills_level_2,
	3: m.skills_level_3
};

const themes: Record<Theme, Word> = {
	bianmin: m.skills_theme_bianmin,
	anmin: m.skills_theme_anmin,
	jikun: m.skills_theme_jikun,
	daifu: m.skills_theme_daifu
};

const categories: Record<SkillCategory, Word> = {
	repairs: m.skills_category_repairs,
	errands: m.skills_category_errands,
	household: m.skills_category_household,
	care: m.skills_category_care,
	health: m.skills_category_health,
	learning: m.skills_category_learning,
	digital: m.skills_category_digital,
	law_and_mediation: m.skills_category_law_and_mediation,
	mind: m.skills_category_mind,
	culture_and_sport: m.skills_category_culture_and_sport,
	safety: m.skills_category_safety,
	environment: m.skills_category_environment,
	driving: m.skills_category_driving,
	languages: m.skills_category_languages,
	livelihood: m.skills_category_livelihood,
	office: m.skills_category_office
};

const skills: Record<SkillKey, Word> = {
	plumbing: m.skills_name_plumbing,
	electrics: m.skills_name_electrics,
	appliances: m.skills_name_appliances,
	locks: m.skills_name_locks,
	furniture: m.skills_name_furniture,
	wall_painting: m.skills_name_wall_painting,
	computer_repair: m.skills_name_computer_repair,
	shopping: m.skills_name_shopping,
	paperwork_errands: m.skills_name_paperwork_errands,
	delivery: m.skills_name_delivery,
	haircuts: m.skills_name_haircuts,
	sewing: m.skills_name_sewing,
	cooking: m.skills_name_cooking,
	cleaning: m.skills_name_cleaning,
	moving: m.skills_name_moving,
	pet_care: m.skills_name_pet_care,
	lending_a_hand: m.skills_name_lending_a_hand,
	hospital_company: m.skills_name_hospital_company,
	elder_care: m.skills_name_elder_care,
	child_care: m.skills_name_child_care,
	companionship: m.skills_name_companionship,
	reading_aloud: m.skills_name_reading_aloud,
	disability_support: m.skills_name_disability_support,
	guiding_the_blind: m.skills_name_guiding_the_blind,
	first_aid: m.skills_name_first_aid,
	nursing: m.skills_name_nursing,
	massage: m.skills_name_massage,
	health_talks: m.skills_name_health_talks,
	tutoring_chinese: m.skills_name_tutoring_chinese,
	tutoring_maths_science: m.skills_name_tutoring_maths_science,
	tutoring_english: m.skills_name_tutoring_english,
	homework_supervision: m.skills_name_homework_supervision,
	giving_talks: m.skills_name_giving_talks,
	phone_use: m.skills_name_phone_use,
	online_payments: m.skills_name_online_payments,
	computer_use: m.skills_name_computer_use,
	photography: m.skills_name_photography,
	policy_advice: m.skills_name_policy_advice,
	legal_advice: m.skills_name_legal_advice,
	mediation: m.skills_name_mediation,
	psychological_support: m.skills_name_psychological_support,
	bereavement_support: m.skills_name_bereavement_support,
	calligraphy: m.skills_name_calligraphy,
	painting: m.skills_name_painting,
	opera: m.skills_name_opera,
	choir: m.skills_name_choir,
	dance: m.skills_name_dance,
	tai_chi: m.skills_name_tai_chi,
	musical_instruments: m.skills_name_musical_instruments,
	chess: m.skills_name_chess,
	storytelling: m.skills_name_storytelling,
	handicrafts: m.skills_name_handicrafts,
	event_organising: m.skills_name_event_organising,
	patrol: m.skills_name_patrol,
	fire_safety: m.skills_name_fire_safety,
	traffic_guidance: m.skills_name_traffic_guidance,
	fraud_prevention: m.skills_name_fraud_prevention,
	emergency_response: m.skills_name_emergency_response,
	gardening: m.skills_name_gardening,
	waste_sorting: m.skills_name_waste_sorting,
	street_cleaning: m.skills_name_street_cleaning,
	driving: m.skills_name_driving,
	accessible_transport: m.skills_name_accessible_transport,
	english_interpreting: m.skills_name_english_interpreting,
	dialect_interpreting: m.skills_name_dialect_interpreting,
	sign_language: m.skills_name_sign_language,
	job_advice: m.skills_name_job_advice,
	business_advice: m.skills_name_business_advice,
	farming: m.skills_name_farming,
	online_selling: m.skills_name_online_selling,
	letters_and_forms: m.skills_name_letters_and_forms,
	bookkeeping: m.skills_name_bookkeeping,
	design: m.skills_name_design,
	data_entry: m.skills_name_data_entry,
	publicity: m.skills_name_publicity
};

const groups: Record<NeedGroup, Word> = {
	home_repairs: m.skills_group_home_repairs,
	errands: m.skills_group_errands,
	medical: m.skills_group_medical,
	digital: m.skills_group_digital,
	company: m.skills_group_company,
	learning: m.skills_group_learning,
	advice: m.skills_group_advice,
	other: m.skills_group_other
};

const needs: Record<NeedKey, Word> = {
	fix_plumbing: m.skills_need_fix_plumbing,
	change_bulb: m.skills_need_change_bulb,
	fix_wiring: m.skills_need_fix_wiring,
	fix_appliance: m.skills_need_fix_appliance,
	fix_lock: m.skills_need_fix_lock,
	fix_furniture: m.skills_need_fix_furniture,
	shopping: m.skills_need_shopping,
	queue_for_papers: m.skills_need_queue_for_papers,
	fetch_things: m.skills_need_fetch_things,
	write_letter: m.skills_need_write_letter,
	accompany_to_hospital: m.skills_need_accompany_to_hospital,
	ride_to_hospital: m.skills_need_ride_to_hospital,
	visit_the_sick: m.skills_need_visit_the_sick,
	check_blood_pressure: m.skills_need_check_blood_pressure,
	use_phone: m.skills_need_use_phone,
	pay_by_phone: m.skills_need_pay_by_phone,
	fix_computer: m.skills_need_fix_computer,
	chat: m.skills_need_chat,
	read_newspaper: m.skills_need_read_newspaper,
	walk_together: m.skills_need_walk_together,
	care_at_home: m.skills_need_care_at_home,
	mind_child: m.skills_need_mind_child,
	homework: m.skills_need_homework,
	tutor_chinese: m.skills_need_tutor_chinese,
	tutor_maths_science: m.skills_need_tutor_maths_science,
	tutor_english: m.skills_need_tutor_english,
	ask_about_policy: m.skills_need_ask_about_policy,
	ask_about_law: m.skills_need_ask_about_law,
	talk_about_worries: m.skills_need_talk_about_worries,
	settle_a_dispute: m.skills_need_settle_a_dispute,
	check_a_suspicious_call: m.skills_need_check_a_suspicious_call,
	find_work: m.skills_need_find_work,
	run_a_small_business: m.skills_need_run_a_small_business,
	housework: m.skills_need_housework,
	haircut: m.skills_need_haircut,
	carry_heavy_things: m.skills_need_carry_heavy_things,
	look_after_pet: m.skills_need_look_after_pet,
	sign_language_help: m.skills_need_sign_language_help,
	anything_else: m.skills_need_anything_else,
	event_help: m.skills_need_event_help,
	clean_up_day: m.skills_need_clean_up_day,
	teach_a_class: m.skills_need_teach_a_class,
	office_help: m.skills_need_office_help,
	arts_event: m.skills_need_arts_event,
	emergency_drill: m.skills_need_emergency_drill,
	hand_out_goods: m.skills_need_hand_out_goods,
	first_aid_cover: m.skills_need_first_aid_cover
};

const hints: Record<NeedKey, Word> = {
	fix_plumbing: m.skills_hint_fix_plumbing,
	change_bulb: m.skills_hint_change_bulb,
	fix_wiring: m.skills_hint_fix_wiring,
	fix_appliance: m.skills_hint_fix_appliance,
	fix_lock: m.skills_hint_fix_lock,
	fix_furniture: m.skills_hint_fix_furniture,
	shopping: m.skills_hint_shopping,
	queue_for_papers: m.skills_hint_queue_for_papers,
	fetch_things: m.skills_hint_fetch_things,
	write_letter: m.skills_hint_write_letter,
	accompany_to_hospital: m.skills_hint_accompany_to_hospital,
	ride_to_hospital: m.skills_hint_ride_to_hospital,
	visit_the_sick: m.skills_hint_visit_the_sick,
	check_blood_pressure: m.skills_hint_check_blood_pressure,
	use_phone: m.skills_hint_use_phone,
	pay_by_phone: m.skills_hint_pay_by_phone,
	fix_computer: m.skills_hint_fix_computer,
	chat: m.skills_hint_chat,
	read_newspaper: m.skills_hint_read_newspaper,
	walk_together: m.skills_hint_walk_together,
	care_at_home: m.skills_hint_care_at_home,
	mind_child: m.skills_hint_mind_child,
	homework: m.skills_hint_homework,
	tutor_chinese: m.skills_hint_tutor_chinese,
	tutor_maths_science: m.skills_hint_tutor_maths_science,
	tutor_english: m.skills_hint_tutor_english,
	ask_about_policy: m.skills_hint_ask_about_policy,
	ask_about_law: m.skills_hint_ask_about_law,
	talk_about_worries: m.skills_hint_talk_about_worries,
	settle_a_dispute: m.skills_hint_settle_a_dispute,
	check_a_suspicious_call: m.skills_hint_check_a_suspicious_call,
	find_work: m.skills_hint_find_work,
	run_a_small_business: m.skills_hint_run_a_small_business,
	housework: m.skills_hint_housework,
	haircut: m.skills_hint_haircut,
	carry_heavy_things: m.skills_hint_carry_heavy_things,
	look_after_pet: m.skills_hint_look_after_pet,
	sign_language_help: m.skills_hint_sign_language_help,
	anything_else: m.skills_hint_anything_else,
	event_help: m.skills_hint_event_help,
	clean_up_day: m.skills_hint_clean_up_day,
	teach_a_class: m.skills_hint_teach_a_class,
	office_help: m.skills_hint_office_help,
	arts_event: m.skills_hint_arts_event,
	emergency_drill: m.skills_hint_emergency_drill,
	hand_out_goods: m.skills_hint_hand_out_goods,
	first_aid_cover: m.skills_hint_first_aid_cover
};

/** What a level of skill is called. Like all words here: in the reader's language, or in `locale` where given. */
export function levelName(level: SkillLevel, locale?: Locale): string {
	return levels[level]({}, { locale });
}

/** The volunteers' team a skill belongs to: 便民, 安民, 济困 or 带富. */
export function themeName(theme: Theme, locale?: Locale): string {
	return themes[theme]({}, { locale });
}

/** The heading under which a skill is listed on the registration card. */
export function skillCategoryName(category: SkillCategory, locale?: Locale): string {
	return categories[category]({}, { locale });
}

/** A skill as a volunteer would say it. */
export function skillName(skill: SkillKey, locale?: Locale): string {
	return skills[skill]({}, { locale });
}

/** A picture tile of the first question. */
export function needGroupName(group: NeedGroup, locale?: Locale): string {
	return groups[group]({}, { locale });
}

/** A kind of help as a resident would ask for it. */
export function needName(need: NeedKey, locale?: Locale): string {
	return needs[need]({}, { locale });
}

/** One or two sentences below the name of a need: what one may expect and what it is not for. */
export function needHint(need: NeedKey, locale?: Locale): string {
	return hints[need]({}, { locale });
}
