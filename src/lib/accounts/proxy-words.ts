import { m } from '#lib/paraglide/messages.js';
import type { ChoiceOption } from '#lib/ui/ui.ts';
import { proxyRights, type ProxyRight } from './people.ts';

const names: Record<ProxyRight, () => string> = {
	book: m.accounts_proxy_right_book,
	ask_help: m.accounts_proxy_right_ask_help,
	see: m.accounts_proxy_right_see
};

const hints: Record<ProxyRight, () => string> = {
	book: m.accounts_proxy_right_book_hint,
	ask_help: m.accounts_proxy_right_ask_help_hint,
	see: m.accounts_proxy_right_see_hint
};

/** What a proxy may do, as tiles to tick. */
export function proxyRightOptions(rights: readonly ProxyRight[] = proxyRights): ChoiceOption[] {
	return rights.map((value) => ({ value, label: names[value](), hint: hints[value]() }));
}

/** What a proxy may do, in a line. */
export function proxyRightWords(rights: readonly ProxyRight[]): string {
	return rights.map((right) => names[right]()).join(' · ');
}
