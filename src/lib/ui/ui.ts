import type { IconName } from './icons.ts';

/** The tints a tag, an icon's square or an avatar may have. Words say the same as the tint. */
export type Tone = 'red' | 'green' | 'amber' | 'blue' | 'grey';

/** How a message is meant. */
export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

/** The three sizes of the page; `elder` has a root of 24 px. */
export type Mode = 'standard' | 'large' | 'elder';
export type Theme = 'auto' | 'light' | 'dark';

/** How a person likes to see the app, and the path to come back to after changing it. */
export interface Liking {
	mode: Mode;
	theme: Theme;
	back: string;
}

/** The words around an input. `error` is shown in place, beside its link in the error summary. */
export interface FieldWords {
	label: string;
	hint?: string | undefined;
	error?: string | undefined;
	required?: boolean;
	optional?: boolean;
}

/** What an input takes from its field, so that its words are read with it. */
export interface Tied {
	id: string;
	describedby: string | undefined;
	invalid: true | undefined;
}

export interface Option {
	value: string;
	label: string;
	disabled?: boolean;
}

/** One thing to choose; `reason` says why it cannot be chosen now. */
export interface ChoiceOption {
	value: string;
	label: string;
	hint?: string | undefined;
	icon?: IconName;
	tone?: Tone;
	reason?: string | undefined;
}

export interface FieldError {
	/** The id of the input, which is its name unless given otherwise. */
	field: string;
	message: string;
}

export interface Step {
	title: string;
	text?: string | undefined;
	state: 'done' | 'now' | 'later';
}

export interface TimelineEvent {
	id: string;
	text: string;
	at: Date;
	actor?: string | undefined;
	detail?: string | undefined;
}

/** A place one can go to from a shell's tabs or side navigation. */
export interface Place {
	href: string;
	label: string;
	icon?: IconName;
	/** How many things wait there; none is not shown. */
	count?: number | undefined;
	current?: boolean;
}

/** Places that belong together. */
export interface PlaceGroup {
	/** None over the first, or where there is only one group. */
	label?: string;
	places: readonly Place[];
}

export interface Column {
	key: string;
	label: string;
	/** For who cannot see that it needs no heading. */
	labelHidden?: boolean;
	align?: 'start' | 'end';
	sortable?: boolean;
	/** A CSS width. */
	width?: string;
}

export interface Sort {
	key: string;
	direction: 'asc' | 'desc';
}

/** A key on the keyboard and what it does, for the list of keys. */
export interface KeyHelp {
	keys: string;
	label: string;
}

/** A form that takes back what was just done. */
export interface UndoForm {
	action: string;
	fields?: Record<string, string>;
	seconds?: number;
	label?: string;
}
