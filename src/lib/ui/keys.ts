import type { Attachment } from 'svelte/attachments';

/** What each key does, by the key as typed: `j`, `?`, `/`. */
export type Shortcuts = Record<string, () => void>;

/** What of a keyboard event the decision rests on. */
export interface Press {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	isComposing: boolean;
	/** 229 while an input method is at work, even where `isComposing` is not told. */
	keyCode: number;
	target: EventTarget | null;
}

const writing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]';

/** The key a press means as a shortcut; nothing while someone writes, composes or holds another key. */
export function shortcutOf(press: Press): string | undefined {
	if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
	if (press.isComposing || press.keyCode === 229) return undefined;
	const target = press.target as Partial<Element> | null;
	if (target?.closest?.(writing)) return undefined;
	return press.key;
}

const switchName = 'shortcuts';

/** Whether keys work here. People who speak to their computer need them off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
	return localStorage.getItem(switchName) !== 'off';
}

/** Turns keys on or off on this device. */
export function switchShortcuts(on: boolean): void {
	if (on) localStorage.removeItem(switchName);
	else localStorage.setItem(switchName, 'off');
}

/** Makes keys work while the element is on the page and no dialog is over it: `{@attach shortcuts({ j: next })}`. */
export function shortcuts(bindings: Shortcuts): Attachment {
	return () => {
		function press(event: KeyboardEvent) {
			const run = bindings[shortcutOf(event) ?? ''];
			if (!run || event.defaultPrevented || !shortcutsOn() || document.querySelector('dialog:modal')) return;
			event.preventDefault();
			run();
		}
		window.addEventListener('keydown', press);
		return () => window.removeEventListener('keydown', press);
	};
}
