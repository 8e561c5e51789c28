import { describe, expect, it } from 'vitest';
import { unguarded, type Guards } from './guards.ts';
import { sources, type Source } from './source.ts';

const routes = 'src/routes/[[]community=slug[]]';
const staff: Guards = { actions: ['staffAction', 'adminAction'], reads: ['readAsStaff', 'readAsAdmin'] };
const people: Guards = {
	actions: ['personAction', 'crowdAction', 'volunteerAction', ...staff.actions],
	reads: ['readAs', ...staff.reads]
};

/** One becomes a person of the community there, so there is none yet to act. */
const join = `src/routes/[community=slug]/(resident)/join/+page.server.ts`;

function faults(group: string, guards: Guards): string[] {
	return found(
		sources(`${routes}/**/(${group})/**/+{page,layout}.server.ts`, `${routes}/**/(${group})/**/+server.ts`),
		guards
	);
}

function found(files: Source[], guards: Guards): string[] {
	return files
		.filter(({ path }) => path !== join)
		.flatMap((source) => unguarded(source, guards).map((name) => `${source.path}: ${name}`));
}

/** Reading is open to visitors in places; writing is not. */
const writes = (all: string[]) => all.filter((fault) => !/: (load|GET)$/.test(fault));

describe('the door of a route', () => {
	it('is watched by staffAction, adminAction, readAsStaff or readAsAdmin wherever staff work', () => {
		expect(faults('staff', staff)).toEqual([]);
	});
	it('is watched by personAction, crowdAction or volunteerAction wherever residents and volunteers write', () => {
		expect(writes([...faults('resident', people), ...faults('volunteer', people)])).toEqual([]);
	});
	it('is watched by supervisorAction and readAsSupervisor wherever the sub-district works', () => {
		const supervisor = { actions: ['supervisorAction'], reads: ['readAsSupervisor'] };
		const own = sources(
			'src/routes/(supervisor)/**/+{page,layout}.server.ts',
			'src/routes/(supervisor)/**/+server.ts'
		);
		expect(own.length).toBeGreaterThan(5);
		expect(found(own, supervisor)).toEqual([]);
	});
	it('is watched as well where a route stands beside these groups', () => {
		const beside = sources(`${routes}/**/+page.server.ts`, `${routes}/**/+server.ts`).filter(
			({ path }) => !/\/\((staff|resident|volunteer)\)\//.test(path)
		);
		expect(found(beside, people)).toEqual([]);
	});
});

describe('the watch itself', () => {
	const seen = (text: string) => unguarded({ path: '+page.server.ts', text }, staff);

	it('sees an action or a load that anyone could call', () => {
		const text = `
			export const load: PageServerLoad = async ({ locals }) => inCommunity(locals.community.id, listForDesk);
			export const actions = {
				approve: staffAction(schema, approve),
				refuse: async (event) => inCommunity(event.locals.community.id, refuse),
				lift: personAction(schema, lift),
				staffAction,
				async end(event) { staffAction(schema, end); }
			} satisfies Actions;
			export const POST: RequestHandler = (event) => inCommunity(event.locals.community.id, refuse);`;
		expect(seen(text)).toEqual([
			'load',
			'actions.refuse',
			'actions.lift',
			'actions.staffAction',
			'actions.end',
			'POST'
		]);
	});
	it('sees actions that it cannot read', () => {
		expect(seen('export const actions = makeActions();')).toEqual(['actions']);
	});
	it('lets a function of the same file stand between', () => {
		const text = `
			const move = (verb: Verb) => staffAction(schema, verb);
			const save = adminAction(schema, store);
			export function load(event) { return rows(event); }
			function rows(event) { return readAsStaff(event, listForDesk); }
			export const actions: Actions = { approve: move(approve), save };`;
		expect(seen(text)).toEqual([]);
	});
});
