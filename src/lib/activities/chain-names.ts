import {
	empty,
	mark,
	nextMark,
	phone as phoneForm,
	plainChain,
	readCompany,
	saidAfter
} from './chain-speech.ts';
import { longestChain, type ChainPeople } from './chain.ts';

/** A line that says something. */
export interface Line {
	said: string;
	/** What follows the number; the line itself where it has none. */
	text: string;
	numbered: boolean;
}

const longestHan = 6;
const latin = /[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*)*/gu;

/** The lines of a pasted text; one that holds several numbers is several. */
export function linesOf(text: string): Line[] {
	return plainChain(text.slice(0, longestChain))
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.flatMap((line) => (mark.test(line) ? line.split(nextMark) : [line]))
		.map((said) => {
			const found = mark.exec(said);
			return { said: said.trim(), text: (found?.[3] ?? said).trim(), numbered: found !== null };
		});
}

/** Every name that `readChain` may ask about, so that they are looked up at once. */
export function namesIn(text: string): { names: string[]; phones: string[] } {
	const names = new Set<string>();
	const phones: string[] = [];
	for (const { said } of linesOf(text)) {
		const number = phoneForm.exec(said)?.[0].replace(/\D/g, '');
		if (number) phones.push(number);
		for (const [run] of said.matchAll(/[\p{Script=Han}·]+/gu)) {
			const letters = [...run];
			if (run.includes('·')) names.add(run);
			for (let from = 0; from < letters.length; from++) {
				for (let length = 2; length <= longestHan && from + length <= letters.length; length++) {
					names.add(letters.slice(from, from + length).join(''));
				}
			}
		}
		for (const [run] of said.matchAll(latin)) names.add(run.trim());
	}
	return { names: [...names], phones };
}

/** The longest name of somebody known that a text begins with. */
export function knownAtStart(text: string, people: ChainPeople): string | null {
	const [run] = /^[A-Za-z][A-Za-z .'-]*/u.exec(text) ?? [];
	if (run) {
		const words = run.trim().split(' ');
		const tries = words.map((_, at) => words.slice(0, words.length - at).join(' '));
		return tries.find((one) => people.named(one).length > 0) ?? null;
	}
	const whole = /^[\p{Script=Han}·]+/u.exec(text)?.[0] ?? '';
	const letters = [...whole];
	if (whole.includes('·') && people.named(whole).length > 0) return whole;
	for (let length = Math.min(longestHan, letters.length); length >= 2; length--) {
		const name = letters.slice(0, length).join('');
		if (people.named(name).length > 0) return name;
	}
	return null;
}

/** What stands where a name should; without what is said of companions. */
export function unknownAtStart(text: string): string | null {
	const [token] = /^[^\s,、+()/;:。&]+/u.exec(text) ?? [];
	if (!token) return null;
	const { rest } = readCompany(token);
	const name = (/^\S+/u.exec(rest)?.[0] ?? '').replace(saidAfter, '');
	return empty.test(name) ? null : name.slice(0, 20);
}
