import { knownAtStart, linesOf, unknownAtStart, type Line } from './chain-names.ts';
import {
	between,
	empty,
	less,
	listSign,
	onBehalf,
	phone as phoneForm,
	readCompany,
	relativeOf,
	unsure,
	withdrawn
} from './chain-speech.ts';
import type { ChainEntry, ChainPeople, ChainPerson, Doubt } from './chain.ts';

/**
 * Reads a 接龙 as it is pasted from a chat. Every line that says anything is in the answer, whatever it says.
 * @param most how many companions one may bring
 */
export function readChain(text: string, people: ChainPeople, most: number): ChainEntry[] {
	const entries: Draft[] = [];
	let listed = false;
	for (const line of linesOf(text)) {
		listed ||= line.numbered;
		entries.push(...readLine(line, listed, people));
	}
	return settle(entries, people, most).map((entry, at) => ({ ...entry, at }));
}

type Draft = Omit<ChainEntry, 'at'>;

function readLine(line: Line, listed: boolean, people: ChainPeople): Draft[] {
	const plain = { said: line.said, doubts: [], name: null, people: [], companions: 0, remark: '' };
	if (line.numbered && line.text === '') return [{ ...plain, kind: 'blank' }];
	// only the app writes names with stars
	if (line.numbered && line.text.includes('*')) return [{ ...plain, kind: 'already' }];
	if (!line.numbered && (!listed || !knownAtStart(line.text, people))) return [{ ...plain, kind: 'words' }];
	const all = readNames(line.text, people).map((one) => ({ ...plain, ...one }));
	if (line.numbered) return all;
	return all.map((one) => (one.kind === 'withdrawn' ? one : ask(one, 'no_number')));
}

type Said = Omit<Draft, 'said'>;

/** The people of one line: usually one, sometimes 张三、李四. */
function readNames(text: string, people: ChainPeople): Said[] {
	const number = phoneForm.exec(text)?.[0];
	const phone = number?.replace(/\D/g, '');
	const said = text.replace(number ?? '', ' ');
	const isLess = less.test(said);
	const isWithdrawn = isLess || said.search(withdrawn) >= 0;
	const isUnsure = unsure.test(said);
	const bare = said.replace(withdrawn, ' ').replace(less, ' ').replace(unsure, ' ');
	const found: Said[] = [];
	for (let rest: string | null = bare; rest !== null && found.length < 9;) {
		const read = readOne(rest.trim(), people);
		found.push(read.one);
		rest = read.rest;
	}
	if (phone && found[0]) found[0] = byPhone(found[0], people.withPhone(phone));
	return found.map((one) => {
		if (isWithdrawn) return { ...one, kind: 'withdrawn', less: isLess };
		return isUnsure ? ask(one, 'unsure') : one;
	});
}

function readOne(text: string, people: ChainPeople): { one: Said; rest: string | null } {
	const start = text.replace(onBehalf, '');
	const name = knownAtStart(start, people) ?? unknownAtStart(start);
	const meant = name ? [...people.named(name)] : [];
	const one: Said = { kind: 'sure', doubts: [], name, people: meant, companions: 0, remark: '' };
	if (meant.length !== 1) one.doubts.push(meant.length ? 'same_name' : 'not_found');
	const after = start.slice(name?.length ?? 0);
	if (meant.length && relativeOf.test(after)) one.doubts.push('relative');
	const other = elsewhere(after, people);
	if (other) {
		one.doubts.push('somebody_else');
		one.people = [...other, ...one.people];
		return { one: asAsked({ ...one, remark: after.trim() }), rest: null };
	}
	const { own, following } = nextName(after, people);
	const company = readCompany(own);
	one.companions = company.count;
	if (company.unclear) one.doubts.push('companions');
	const isJoined = /^\p{Script=Han}/u.test(company.rest) && !company.rest.startsWith(' ');
	if (!empty.test(company.rest)) {
		one.remark = company.rest.replace(/^[\s,、(]+|[\s,、)]+$/gu, '');
		if (isJoined && meant.length && !one.doubts.includes('relative')) one.doubts.push('unread');
	}
	return { one: asAsked(one), rest: following };
}

/** 张三替妈妈李四报名: who is meant is not who writes. Empty where only the writer is named; null where nobody is. */
function elsewhere(after: string, people: ChainPeople): ChainPerson[] | null {
	const behalf = onBehalf.exec(after);
	if (!behalf?.[0]) return null;
	const name = knownAtStart(after.slice(behalf[0].length), people);
	return name ? [...people.named(name)] : [];
}

/** What is said of one, and the text from the next name on; null where only one is named. */
function nextName(after: string, people: ChainPeople): { own: string; following: string | null } {
	for (let at = 0; at < after.length; at++) {
		const rest = after.slice(at);
		const sign = between.exec(rest)?.[0] ?? '';
		if (sign === '') continue;
		const following = rest.slice(sign.length);
		if (knownAtStart(following, people)) return { own: after.slice(0, at), following };
		const list = listSign.exec(rest)?.[0];
		const unknown = list ? unknownAtStart(rest.slice(list.length)) : null;
		const isName = unknown && unknown.length > 1 && readCompany(rest).rest === rest;
		if (list && isName) return { own: after.slice(0, at), following: rest.slice(list.length) };
	}
	return { own: after, following: null };
}

function byPhone(one: Said, person: ChainPerson | undefined): Said {
	if (!person) return one;
	if (one.people.some(({ id }) => id === person.id)) {
		const doubts = one.doubts.filter((doubt) => doubt !== 'same_name');
		return asAsked({ ...one, people: [person], doubts, kind: 'sure' });
	}
	const doubts = one.doubts.filter((doubt) => doubt !== 'not_found');
	return ask({ ...one, people: [person, ...one.people], doubts }, 'somebody_else');
}

function ask<T extends Said>(one: T, doubt: Doubt): T {
	return { ...one, kind: 'asked', doubts: [...new Set([...one.doubts, doubt])] };
}

function asAsked(one: Said): Said {
	return one.doubts.length ? { ...one, kind: 'asked' } : one;
}

/** Looks at the lines together: said twice, taken back below, signed up already, more than may come along. */
function settle(entries: readonly Draft[], people: ChainPeople, most: number): Draft[] {
	const byPerson = Map.groupBy(entries, (entry) => sole(entry));
	return entries.map((entry) => {
		if (entry.kind === 'withdrawn') return leaving(entry, people);
		const limited = entry.companions > most ? ask({ ...entry, companions: most }, 'too_many') : entry;
		const id = sole(entry);
		if (id === null || entry.doubts.includes('relative')) return limited;
		if (people.signed.has(id)) return { ...entry, kind: 'already', doubts: [] };
		return among(byPerson.get(id)!, entry, limited);
	});
}

function sole({ people }: Draft): string | null {
	return people.length === 1 ? people[0]!.id : null;
}

/** A line that takes back is asked about for those of its name who are on the list. */
function leaving(entry: Draft, { signed }: ChainPeople): Draft {
	const listed = entry.people.filter(({ id }) => signed.has(id));
	return listed.length > 0 ? { ...entry, kind: 'asked', people: listed, doubts: ['leaves'] } : entry;
}

/**
 * One of several lines of one person. The first counts; where a later one says another number the last is asked about.
 * @param all of that person, in order
 * @param limited the line as it counts if it does
 */
function among(all: readonly Draft[], entry: Draft, limited: Draft): Draft {
	const below = all.slice(all.indexOf(entry) + 1);
	const taken = below.findLast(({ kind }) => kind === 'withdrawn');
	if (taken?.less && entry.companions > 0) {
		return ask({ ...limited, companions: limited.companions - 1 }, 'contradicts');
	}
	if (taken) return { ...entry, kind: 'withdrawn', doubts: [] };
	const lastTaken = all.findLastIndex(({ kind }) => kind === 'withdrawn');
	const counting = all.slice(lastTaken + 1).filter(({ doubts }) => !doubts.includes('relative'));
	// a name alone says nothing of companions
	const agree = counting.every((one) => !one.companions || one.companions === counting[0]!.companions);
	if (entry !== (agree ? counting[0] : counting.at(-1))) return { ...entry, kind: 'twice', doubts: [] };
	return agree ? limited : ask(limited, 'contradicts');
}
