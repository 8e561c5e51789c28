import { describe, expect, it } from 'vitest';
import { queriesOf, takenBy } from './queries.ts';
import { sources } from './source.ts';

const queries = sources('src/lib/*/*queries.server.ts').flatMap(queriesOf);
const scopeFirst = /: (Scope|GlobalScope)$/;

describe('a query', () => {
	it('takes the scope first, so that none can be asked without one', () => {
		expect(queries.length).toBeGreaterThan(50);
		expect(queries.filter(({ first }) => !scopeFirst.test(first))).toEqual([]);
	});
	it('is told apart by whether it writes', () => {
		const writes = (name: string) => queries.find((query) => query.name === name)?.writes;
		expect(['addPerson', 'replaceWindows', 'requestForUpdate', 'codesAsked'].map(writes)).not.toContain(
			false
		);
		expect(['personById', 'noticesOf', 'listForDesk'].map(writes)).not.toContain(true);
	});
});

describe('a route', () => {
	const routes = sources('src/{hooks.server,app.server,routes/**/*}.ts');
	const reads = new Set(
		queries
			.filter(({ writes }) => !writes)
			.map(({ path, name }) => `${path.replace('src/lib/', '#lib/')} ${name}`)
	);

	it('asks only queries that read; what changes or locks a row is for verbs', () => {
		const taken = routes.flatMap((route) => takenBy(route).map((query) => ({ route: route.path, query })));
		expect(taken.length).toBeGreaterThan(0);
		expect(taken.filter(({ query }) => !reads.has(query))).toEqual([]);
	});
	it('is seen to take queries, however it does', () => {
		const text = `
			import * as query from '#lib/accounts/queries.server.ts';
			import type { NoticeRow } from '#lib/notifications/queries.server.ts';
			import { countUnread as unread, type NoticeRow } from '#lib/notifications/queries.server.ts';`;
		expect(takenBy({ path: '+page.server.ts', text })).toEqual([
			'#lib/accounts/queries.server.ts *',
			'#lib/notifications/queries.server.ts countUnread'
		]);
	});
});
