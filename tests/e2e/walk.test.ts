import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { openPage, screens, until, watchConsole, type ConsoleWatch } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';
import { openSite, type Site } from '../support/site.ts';
import { wordsOf, type Say } from '../support/words.ts';

interface Cast {
	resident: Page;
	staff: Page;
	volunteer: Page;
	watches: ConsoleWatch[];
}

async function cast(site: Site, locale: 'zh-CN' | 'en', say: Say): Promise<Cast> {
	const phone = { locale, viewport: screens.phone };
	const resident = await openPage(site.browser, phone);
	const staff = await openPage(site.browser, { locale, viewport: screens.desk });
	const volunteer = await openPage(site.browser, phone);
	const watches = [resident, staff, volunteer].map(watchConsole);
	await signIn(resident, site.app.url, '陈桂香', say);
	await signIn(staff, site.app.url, '李敏', say);
	await signIn(volunteer, site.app.url, '张守田', say);
	return { resident, staff, volunteer, watches };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A tile of a question: the words may be followed by a hint. */
const tick = (page: Page, label: string) => page.getByLabel(label).first().check();

async function ask(page: Page, url: string, say: Say, title: string): Promise<string> {
	await page.goto(`${url}/chengdong/help/new`);
	const answers = {
		requests_ask_group: 'skills_group_home_repairs',
		requests_ask_need: 'skills_need_fix_plumbing',
		requests_ask_when: 'app_day_today',
		requests_ask_where: 'requests_where_home',
		requests_ask_helper: null
	};
	for (const [question, answer] of Object.entries(answers)) {
		await page.getByRole('heading', { level: 1, name: say(question) }).waitFor();
		if (answer) await tick(page, say(answer));
		await press(page, say('app_next'));
	}
	await page.getByRole('heading', { level: 1, name: say('requests_ask_check') }).waitFor();
	await page.getByLabel(say('requests_title')).fill(title);
	await press(page, say('requests_send'));
	await page.waitForURL(/\/help\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function walk(site: Site, locale: 'zh-CN' | 'en', title: string): Promise<void> {
	const say = wordsOf(locale);
	const { resident, staff, volunteer, watches } = await cast(site, locale, say);
	const community = `${site.app.url}/chengdong`;

	const id = await ask(resident, site.app.url, say, title);
	const status = `${community}/help/${id}`;

	await staff.goto(`${community}/desk/requests/${id}`);
	await press(staff, say('desk_approve_many', { name: '张守田', count: 3 }));
	await staff
		.getByText(say('desk_approve_flash', { name: '张守田' }))
		.first()
		.waitFor();

	await until(volunteer, `${community}/volunteer`, title);
	await volunteer
		.getByRole('link', { name: new RegExp(title) })
		.first()
		.click();
	await volunteer.getByText(say('volunteers_offer_why')).waitFor();
	await press(volunteer, say('volunteers_offer_accept'));
	await volunteer.waitForURL(/\/volunteer\/tasks\//);
	const task = volunteer.url();

	await until(resident, status, '张');
	await volunteer.goto(task);
	await press(volunteer, say('tasks_start'));
	await volunteer.getByText(say('tasks_finish_title')).waitFor();
	await volunteer.getByLabel(say('tasks_minutes')).fill('35');
	await press(volunteer, say('tasks_finish'));

	await until(resident, status, say('requests_confirm_now'));
	await resident
		.getByRole('link', { name: say('requests_confirm_now') })
		.first()
		.click();
	await tick(resident, say('requests_rating_5'));
	await resident.getByLabel(say('requests_thanks')).fill('Thank you 谢谢');
	await press(resident, say('requests_confirm'));

	await until(volunteer, `${community}/volunteer/records`, 'Thank you 谢谢');
	await until(staff, `${community}/desk/records`, '张守田');
	for (const watch of watches) watch.expectQuiet();
	for (const page of [resident, staff, volunteer]) await page.context().close();
}

describe('the main job, by three people on three screens in Chinese', () => {
	const site = openSite();
	it('is asked, approved, accepted, done, confirmed and on record', { timeout: 180_000 }, () =>
		walk(site, 'zh-CN', '厨房水龙头漏水')
	);
});

describe('the main job, by three people on three screens in English', () => {
	const site = openSite();
	it('is asked, approved, accepted, done, confirmed and on record', { timeout: 180_000 }, () =>
		walk(site, 'en', 'The kitchen tap drips')
	);
});
