import { expect, it } from 'vitest';
import { shortcutOf, type Press } from './keys.ts';

const onPage = { closest: () => null } as unknown as EventTarget;
const inInput = {
	closest: (selector: string) => (selector.includes('input') ? {} : null)
} as unknown as EventTarget;
const press = (over: Partial<Press> = {}): Press => ({
	key: 'j',
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	isComposing: false,
	keyCode: 74,
	target: onPage,
	...over
});

it('a plain key on the page is a shortcut', () => {
	expect(shortcutOf(press())).toBe('j');
	expect(shortcutOf(press({ key: '?' }))).toBe('?');
	expect(shortcutOf(press({ target: null }))).toBe('j');
});

it.each([
	['someone writes in an input', { target: inInput }],
	['an input method composes', { isComposing: true }],
	['an input method is at work without saying so', { keyCode: 229 }],
	['Ctrl is held', { ctrlKey: true }],
	['Command is held', { metaKey: true }],
	['Alt is held', { altKey: true }]
])('is none while %s', (_, over) => {
	expect(shortcutOf(press(over))).toBeUndefined();
});
