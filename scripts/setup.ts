/** `npm run setup`: prepares a real database with its first community and its first admin. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Founding } from '#lib/accounts/found.server.ts';
import { openDatabase } from './database.ts';
import { live } from './lifetime.ts';
import { readPlaces } from './places-sheet.ts';
import { PlainError, say, step } from './steps.ts';

/** Each answer as an option of the command, and as the question that is asked without it. */
const questions = {
	subdistrict: '街道或镇的名称 / Sub-district',
	name: '社区名称 / Name of the community',
	'name-en': '社区英文名 / Its name in English',
	slug: '网址中的名称，小写字母 / Its part of the address, lower-case letters',
	phone: '社区电话 / Telephone of the community',
	places:
		'楼幢表 CSV（列：网格,小区,楼幢,东,北，单位米）/ Buildings as CSV (grid,compound,building,east,north in metres)',
	'admin-name': '负责人姓名 / Name of the first admin',
	'admin-phone': '负责人手机号，用它登录 / Mobile number of the first admin, for signing in'
} as const;

type Answers = Record<keyof typeof questions, string>;

async function answers(): Promise<Answers> {
	const options = Object.fromEntries(
		Object.keys(questions).map((name) => [name, { type: 'string' as const }])
	);
	const { values } = parseArgs({ options });
	const given = { ...values } as Partial<Answers>;
	const missing = Object.entries(questions).filter(([name]) => !given[name as keyof Answers]);
	if (missing.length > 0 && !process.stdin.isTTY) {
		const names = missing.map(([name]) => `--${name}`).join(' ');
		throw new PlainError(`还缺少：${names}`, `Missing: ${names}`);
	}
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	for (const [name, question] of missing)
		given[name as keyof Answers] = (await terminal.question(`${question}: `)).trim();
	terminal.close();
	return given as Answers;
}

function founding(given: Answers): Founding {
	return {
		subdistrict: given.subdistrict,
		name: given.name,
		nameEn: given['name-en'],
		slug: given.slug,
		phone: given.phone,
		places: readPlaces(readFileSync(given.places, 'utf8')),
		admin: { name: given['admin-name'], phone: given['admin-phone'] }
	};
}

const refusals: Record<string, [string, string]> = {
	phone: ['负责人手机号不对，请填 11 位手机号。', "The admin's number is no mobile number of 11 digits."],
	slug: [
		'网址名称不对或已被使用。',
		'That part of the address is taken or not made of lower-case letters, digits and hyphens.'
	],
	places: ['楼幢表是空的。', 'The list of buildings is empty.']
};

await live(async (life) => {
	if (!process.env.DATABASE_URL) {
		throw new PlainError('请先设置 DATABASE_URL。', 'Set DATABASE_URL to your own PostgreSQL first.');
	}
	const wanted = founding(await answers());
	await openDatabase(life);
	const { closeDatabase, openDatabase: openPool } = await import('#lib/db/client.server.ts');
	const { foundCommunity } = await import('#lib/accounts/found.server.ts');
	openPool();
	life.atEnd(closeDatabase);
	try {
		await step('建立社区', 'Founding the community', () => foundCommunity(wanted, new Date()));
	} catch (error) {
		const detail = error instanceof Error && 'detail' in error ? String(error.detail) : '';
		const words = refusals[detail];
		throw words ? new PlainError(...words, { cause: error }) : error;
	}
	say(
		`\n完成。用 ${wanted.admin.phone} 登录 /${wanted.slug}。 / Done. Sign in to /${wanted.slug} with ${wanted.admin.phone}.`
	);
});
