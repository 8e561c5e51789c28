import type { Page } from 'playwright-core';
import { idsFrom } from '#lib/demo/random.ts';

/** A way of looking at a page. */
export interface Look {
	name: string;
	size: { width: number; height: number };
	locale: 'zh-CN' | 'en';
	mode: 'standard' | 'elder';
	theme: 'light' | 'dark';
}

const phone = { width: 360, height: 780 };
const desk = { width: 1366, height: 768 };

/** Every mode, size and language, in pairs that meet all of them. */
export const looks: readonly Look[] = [
	{ name: 'phone', size: phone, locale: 'zh-CN', mode: 'standard', theme: 'light' },
	{ name: 'phone dark English', size: phone, locale: 'en', mode: 'standard', theme: 'dark' },
	{ name: 'phone elder', size: phone, locale: 'zh-CN', mode: 'elder', theme: 'light' },
	{ name: 'phone elder dark', size: phone, locale: 'zh-CN', mode: 'elder', theme: 'dark' },
	{ name: 'desk', size: desk, locale: 'zh-CN', mode: 'standard', theme: 'light' },
	{ name: 'desk dark English', size: desk, locale: 'en', mode: 'standard', theme: 'dark' }
];

/**
 * The look in which the page at this place of a list is looked at; it changes from page to page, so that a run meets every
 * mode on every kind of page. All six with LOOKS=all.
 */
export function looksFor(at: number): Look[] {
	return process.env.LOOKS === 'all' ? [...looks] : [looks[at % looks.length]!];
}

const demoId = idsFrom(1);
/** The campaign of the demo world that is over, and the home care that goes on. */
const [over, care] = [demoId('campaign'), demoId('campaign')];
/** The one that the sub-district has begun. */
const joint = demoId('joint_campaign');
/** 低保申请: at the desk and at home. */
const relief = demoId('service');
/** 城东读书会, which asks, and 便民维修队, which 张守田 leads. */
const [readers, fixers] = Array.from({ length: 7 }, () => demoId('group')).slice(5);
/** Weekly opera, and the exercises of this morning, at which people check in now. */
const activities = Array.from({ length: 24 }, () => demoId('activity'));
const [opera, morning] = [activities[0]!, activities[22]!];
/** The hill walk, which asks for fitness, and the lunch of which something is told. */
const [hill, lunch] = [activities[21]!, activities[9]!];
/** The service station, and somebody's number of an earlier day. */
const [station, ticket] = [demoId('station'), demoId('ticket')];
/** The campaign day that has its report, and the one on Saturday; an area of it that 张守田 leads. */
const [cleaned, saturday] = [demoId('cleanup'), demoId('cleanup')];
const ledArea = Array.from({ length: 9 }, () => demoId('cleanup_area')).at(-1)!;

/** Who opens which pages. Null is someone who is not signed in. */
export const pagesOf: readonly { name: string | null; paths: readonly string[] }[] = [
	{
		name: null,
		paths: [
			'/?choose',
			'/offline',
			'/sign-in',
			'/chengdong',
			'/chengdong/help/new',
			'/chengdong/services',
			'/chengdong/services?group=relief',
			'/chengdong/venues',
			'/chengdong/circle',
			'/chengdong/contact',
			`/chengdong/groups/${readers}`,
			`/chengdong/groups/${readers}/plan?quarter=2026-4`,
			'/chengdong/cleanups',
			`/chengdong/cleanups/${saturday}`,
			`/chengdong/hall/${station}`,
			`/chengdong/hall/${station}/check-in`,
			`/chengdong/queue/${ticket}`,
			'/chengdong/nothing-here',
			'/chengdong/partners',
			`/chengdong/activities/${hill}`
		]
	},
	{
		name: '陈桂香',
		paths: [
			'/chengdong',
			'/chengdong/help',
			'/chengdong/help/new?group=home_repairs',
			'/chengdong/help/new?group=home_repairs&need=fix_plumbing',
			'/chengdong/companion',
			`/chengdong/services/${relief}/book`,
			`/chengdong/services/${relief}/wait`,
			`/chengdong/hall/${station}/check-in`,
			'/chengdong/me',
			'/chengdong/me/messages',
			'/chengdong/me/devices',
			'/chengdong/me/consents',
			'/chengdong/me/openings',
			'/chengdong/me/proxies',
			'/chengdong/me/proxies/new',
			'/chengdong/contact',
			'/chengdong/bookings',
			'/chengdong/activities',
			`/chengdong/activities/${opera}`,
			'/chengdong/me/activities',
			'/chengdong/venues',
			'/chengdong/circle',
			'/chengdong/groups',
			'/chengdong/groups?theme=service',
			`/chengdong/cleanups/${saturday}`,
			'/chengdong/volunteer',
			`/chengdong/activities/${lunch}/stories`,
			`/chengdong/activities/${hill}`
		]
	},
	{
		name: '张守田',
		paths: [
			'/chengdong',
			'/chengdong/volunteer',
			'/chengdong/volunteer/card',
			'/chengdong/volunteer/card/skills',
			'/chengdong/volunteer/card/time',
			'/chengdong/volunteer/card/wishes',
			'/chengdong/volunteer/card/about',
			'/chengdong/volunteer/records',
			`/chengdong/groups/${fixers}`,
			`/chengdong/groups/${fixers}/plan?quarter=2027-1`,
			`/chengdong/groups/${fixers}/stories/new`,
			`/chengdong/cleanups/${saturday}/areas/${ledArea}`,
			'/chengdong/certificates'
		]
	},
	{
		name: '李敏',
		paths: [
			'/chengdong/desk',
			'/chengdong/desk/my-day',
			'/chengdong/desk/hall',
			'/chengdong/desk/out-of-hours?from=2026-11-01&to=2026-11-23',
			'/chengdong/desk/requests',
			'/chengdong/desk/plans',
			'/chengdong/desk/plans/new',
			'/chengdong/desk/people',
			'/chengdong/desk/people/new',
			'/chengdong/desk/proxies',
			'/chengdong/desk/proxies/new?find=%E9%99%88',
			'/chengdong/desk/services',
			'/chengdong/desk/services/new',
			'/chengdong/desk/venues',
			'/chengdong/desk/venues/new?find=%E9%99%88',
			'/chengdong/desk/venues/add',
			'/chengdong/desk/contact-cards',
			'/chengdong/desk/circle',
			'/chengdong/desk/circle/points',
			'/chengdong/desk/circle/points/add',
			'/chengdong/desk/volunteers',
			'/chengdong/desk/groups',
			'/chengdong/desk/groups/new',
			`/chengdong/desk/groups/${readers}?find=%E9%99%88`,
			'/chengdong/desk/pairings',
			'/chengdong/desk/pairings/new',
			`/chengdong/desk/pairings/${care}/members`,
			`/chengdong/desk/pairings/${care}/residents`,
			`/chengdong/desk/pairings/${care}/pairs`,
			`/chengdong/desk/pairings/${care}/edit`,
			`/chengdong/desk/pairings/${over}/report`,
			'/chengdong/desk/activities/quarter',
			'/chengdong/desk/activities',
			'/chengdong/activities/new',
			`/chengdong/activities/${morning}/list`,
			`/chengdong/activities/${morning}/check-in`,
			'/chengdong/desk/cleanups',
			'/chengdong/desk/cleanups/new',
			`/chengdong/desk/cleanups/${saturday}`,
			`/chengdong/desk/cleanups/${saturday}/edit`,
			`/chengdong/desk/cleanups/${saturday}/close`,
			`/chengdong/desk/cleanups/${saturday}/areas/new`,
			`/chengdong/desk/cleanups/${saturday}/areas/${ledArea}?find=%E9%99%88`,
			`/chengdong/desk/cleanups/${cleaned}/report`,
			`/chengdong/cleanups/${saturday}/areas/${ledArea}?find=%E9%99%88`,
			'/chengdong/desk/bookings',
			`/chengdong/desk/bookings/new?service=${relief}&for=${demoId('person')}`,
			'/chengdong/desk/records',
			'/chengdong/desk/records/confirm',
			'/chengdong/desk/requests?show=arranged',
			'/chengdong/desk/requests/approve',
			'/chengdong/desk/imports',
			'/chengdong/desk/imports/new?target=volunteers',
			'/chengdong/desk/messages',
			'/chengdong/desk/roster',
			'/chengdong/desk/roster/swaps',
			'/chengdong/desk/roster/leave',
			'/chengdong/desk/weights',
			'/chengdong/desk/partners',
			'/chengdong/desk/partners/new',
			`/chengdong/activities/${hill}/list?find=%E9%99%88`,
			`/chengdong/activities/${lunch}/stories/new`,
			`/chengdong/activities/${hill}/edit`
		]
	},
	{
		name: '顾明华',
		paths: [
			'/chengdong/desk/weights',
			'/chengdong/desk/weights?version=0',
			'/chengdong/desk/roster/lines',
			'/chengdong/desk/roster/new',
			'/chengdong/desk/hours',
			`/chengdong/desk/hours/exception?station=${station}&day=2026-11-23&closed=on&reason=x`,
			'/chengdong/desk/calendar',
			'/chengdong/desk/calendar/import'
		]
	},
	{
		name: '沈国平',
		paths: [
			'/subdistrict',
			'/subdistrict/campaigns',
			'/subdistrict/campaigns/new',
			`/subdistrict/campaigns/${joint}`,
			`/subdistrict/campaigns/${joint}/report`,
			`/subdistrict/campaigns/${joint}/edit`
		]
	}
];

/** What an address is about, whichever one of its kind. */
export const kindOf = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');

/** Links inside the main part of a page that lead one level deeper, one of each kind. */
export async function deeper(page: Page, from: string): Promise<string[]> {
	const hrefs = await page
		.locator('main a[href]:not([download]), .desk-list a[href]')
		.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
	const isFile = (path: string) => /\.[a-z]+$|\/export$/.test(path);
	const inner = hrefs.filter(
		(path) => kindOf(path) !== path && path.startsWith('/chengdong') && !isFile(path)
	);
	const byKind = new Map(inner.map((path) => [kindOf(path), path]));
	return [...byKind.values()].filter((path) => path !== from);
}

/** Sets language, size and colours as a person's earlier choice would. */
export async function wear(page: Page, url: string, look: Look): Promise<void> {
	const cookies = { locale: look.locale, mode: look.mode, theme: look.theme };
	await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
	await page.setViewportSize(look.size);
}
