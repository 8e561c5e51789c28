import postgres from 'postgres';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { chooseDay, expectSeen, screens } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const tuesday = '2026-11-24';

/** As its owner, inside the demo community. */
let sql: postgres.Sql;
let communityId: string;
beforeAll(async () => {
	sql = postgres(site.database.url, { max: 1 });
	const [row] = await sql<{ id: string }[]>`select id from communities where slug = 'chengdong'`;
	communityId = row!.id;
	await sql`select set_config('app.communities', ${`{${communityId}}`}, false)`;
});
afterAll(() => sql.end());

const address = (path: string) => `${site.app.url}/chengdong${path}`;
const bookingPage = /\/chengdong\/bookings\/[0-9a-f-]{36}$/;

/** Somebody of the demo community by name. */
async function personId(name: string): Promise<string> {
	const [row] = await sql<{ id: string }[]>`select id from people where name = ${name}`;
	return row!.id;
}

/** A service of the demo community with one officer, who is on duty at these hours of Tuesday evening. */
async function openService(name: string, hours: [from: string, to: string][]): Promise<string> {
	const [id, staffId, deskId] = [newId(), newId(), newId()];
	const [station] = await sql`select id from stations limit 1`;
	await sql`insert into people (community_id, id, kind, name, wrapped_key, search, created_at)
		values (${communityId}, ${staffId}, 'resident', ${`${name}窗口`}, '', '{}', now())`;
	await sql`insert into desks (community_id, id, station_id, name, name_en, closed)
		values (${communityId}, ${deskId}, ${station!.id as string}, ${name}, ${name}, false)`;
	await sql`insert into services (community_id, id, "group", name, name_en, purpose, purpose_en, icon, minutes, at_desk,
			at_home, walk_in, cut_off_minutes, days_ahead, search)
		values (${communityId}, ${id}, 'other', ${name}, 'Service', '', '', 'file-text', 30, true, false, false, 60, 14, '{}')`;
	await sql`insert into service_officers (community_id, service_id, staff_id)
		values (${communityId}, ${id}, ${staffId})`;
	await sql`insert into service_documents (community_id, id, service_id, position, name, name_en, required)
		values (${communityId}, ${newId()}, ${id}, 0, '身份证', 'Identity card', true)`;
	for (const [from, to] of hours) {
		const span = `[${instantAt(tuesday, from, 'Asia/Shanghai').toISOString()},${instantAt(tuesday, to, 'Asia/Shanghai').toISOString()})`;
		await sql`insert into duties (community_id, id, staff_id, desk_id, day, during, status, changed_by, changed_at)
			values (${communityId}, ${newId()}, ${staffId}, ${deskId}, ${tuesday}, ${span}::tstzrange, 'published',
				${staffId}, now())`;
	}
	return id;
}

const press = (page: Page, key: string, params = {}) =>
	page.getByRole('button', { name: say(key, params), exact: true }).click();

/** From the day to the confirmation. */
async function tapThrough(page: Page, serviceId: string, clock: string, query = ''): Promise<void> {
	await page.goto(address(`/services/${serviceId}/book${query}`));
	await chooseDay(page, '明天');
	await page.locator('.time', { hasText: clock }).click();
	await page.getByRole('heading', { level: 1, name: say('booking_confirm') }).waitFor();
}

describe('a booking on a phone', () => {
	it('takes four taps, says what is missing, and can be moved and cancelled', async () => {
		const service = await openService('四点办证', [['18:00', '20:00']]);
		const page = await openPageOf(site, '陈桂香');
		await tapThrough(page, service, '18:30');
		await expectSeen(page.getByText(say('booking_papers_missing', { names: '身份证' })));
		await expectSeen(page.getByText(say('booking_held_until', { time: '08:3' }).slice(0, 5)));
		await page.getByLabel('身份证').check();
		await expectSeen(page.getByText(say('booking_papers_complete')));
		await press(page, 'booking_confirm_button');
		await page.waitForURL(bookingPage);
		await expectSeen(page.getByText(say('booking_done')));
		expect(await page.locator('main').innerText()).toContain('明天 18:30');
		await page.getByRole('link', { name: say('booking_move') }).click();
		await page.locator('.time', { hasText: '19:00' }).click();
		await press(page, 'booking_move_yes');
		await page.waitForURL(bookingPage);
		expect(await page.locator('main').innerText()).toContain('明天 19:00');
		await page.getByRole('link', { name: say('booking_cancel') }).click();
		await press(page, 'booking_cancel_yes');
		await page.waitForURL(bookingPage);
		await expectSeen(page.getByText(say('booking_state_cancelled')));
		await page.context().close();
	});

	it('is written down by staff for who has none, without scripts', async () => {
		const service = await openService('代约办证', [['18:00', '19:00']]);
		const page = await openPageOf(site, '李敏', { javaScriptEnabled: false });
		await page.goto(address('/desk/bookings/new'));
		await page.getByLabel(say('booking_desk_find')).fill('陈桂香');
		await press(page, 'app_search');
		await page.getByRole('link', { name: `${say('booking_desk_choose')} 陈桂香` }).click();
		await page.getByRole('link', { name: '代约办证' }).click();
		await chooseDay(page, '明天');
		await page.locator('.time', { hasText: '18:30' }).click();
		await page.getByLabel('代约办证窗口').check();
		await page.getByLabel('身份证').check();
		await press(page, 'booking_confirm_button');
		await page.waitForURL(/\/desk\/bookings\/[0-9a-f-]{36}$/);
		const shown = await page.locator('main').innerText();
		for (const words of [
			say('booking_desk_done'),
			'明天 18:30',
			'代约办证窗口 · 代约办证',
			say('booking_paper_ready')
		])
			expect(shown).toContain(words);
		expect(
			await sql`select id from bookings where service_id = ${service} and status = 'booked'`
		).toHaveLength(1);
		await page.context().close();
	});

	it('a daughter makes for her father, without scripts; the time that was just taken has others beside it', async () => {
		const service = await openService('替人办证', [['20:00', '21:00']]);
		const [elder, proxy] = [await personId('陈桂香'), await personId('林晓慧')];
		await sql`insert into proxies (community_id, id, elder_id, proxy_id, allowed, status, asked_by, asked_at, accepted_at,
				accepted_by)
			select community_id, ${newId()}, ${elder}, ${proxy}, '{book}', 'accepted', ${proxy}, now(), now(), ${elder}
			from people where id = ${elder} on conflict do nothing`;
		const page = await openPageOf(site, '林晓慧', { javaScriptEnabled: false });
		const other = await openPageOf(site, '许建平');
		await page.goto(address(`/services/${service}/book`));
		await page.getByRole('link', { name: '陈桂香' }).click();
		await chooseDay(page, '明天');
		await tapThrough(other, service, '20:00');
		await press(other, 'booking_confirm_button');
		await other.waitForURL(bookingPage);
		await page.locator('.time', { hasText: '20:00' }).click();
		await expectSeen(page.getByText(say('errors_already_taken_booking_time')));
		await page.getByRole('alert').getByRole('button').first().click();
		expect(await page.getByLabel('陈桂香').isChecked()).toBe(true);
		await press(page, 'booking_confirm_button');
		await page.waitForURL(bookingPage);
		expect(await page.locator('main').innerText()).toContain(say('booking_comes', { name: '陈桂香' }));
		for (const one of [page, other]) await one.context().close();
	});
});

it('a place that becomes free is offered to who waits, and taken', async () => {
	const service = await openService('候补办证', [['17:30', '18:00']]);
	const [has, waits] = [await openPageOf(site, '许建平'), await openPageOf(site, '陈桂香')];
	await tapThrough(has, service, '17:30');
	await press(has, 'booking_confirm_button');
	await has.waitForURL(bookingPage);
	await waits.goto(address(`/services/${service}/book`));
	await waits.getByRole('link', { name: say('booking_nothing_suits') }).click();
	await press(waits, 'booking_wait_ask');
	await expectSeen(waits.getByText(say('booking_wait_done')));
	await has.getByRole('link', { name: say('booking_cancel') }).click();
	await press(has, 'booking_cancel_yes');
	await has.waitForURL(bookingPage);
	await waits.goto(address('/me/messages'));
	await waits.getByRole('link', { name: '候补办证' }).first().click();
	await press(waits, 'booking_offer_take');
	await expectSeen(waits.getByText(say('booking_done')));
	await expectSeen(waits.getByText(say('booking_state_booked')));
	for (const one of [has, waits]) await one.context().close();
});

it('bookings of a colleague who is ill are moved in one step, and the residents are told', async () => {
	const service = await openService('病假办证', [
		['06:00', '07:00'],
		['21:00', '22:00']
	]);
	const resident = await openPageOf(site, '许建平');
	await tapThrough(resident, service, '6:00');
	await press(resident, 'booking_confirm_button');
	await resident.waitForURL(bookingPage);
	await sql`update duties d set status = 'called_off', reason = 'sick' from service_officers o
		where o.service_id = ${service} and o.staff_id = d.staff_id
			and d.during @> ${instantAt(tuesday, '06:00', 'Asia/Shanghai')}::timestamptz`;
	const desk = await openPageOf(site, '李敏', { viewport: screens.desk });
	await desk.goto(address('/desk/bookings?show=stranded'));
	await expectSeen(desk.getByText(say('booking_desk_stranded', { count: 1 })));
	await press(desk, 'booking_desk_move_all');
	await expectSeen(desk.getByText(say('booking_desk_moved', { count: 1 })));
	await resident.reload();
	expect(await resident.locator('main').innerText()).toContain('明天 21:00');
	for (const one of [resident, desk]) await one.context().close();
});
