/** `npm test`: all checks, or only those named (`npm test -- unit db`). Its last line is `N passed, N failed`. */
import { checks, preparation, type Check } from './checks.ts';
import { live } from './lifetime.ts';
import { PlainError, say, seconds } from './steps.ts';

await live(async ({ signal }) => {
	const chosen = choose(process.argv.slice(2));
	let passed = 0;
	let failed = 0;
	for (const check of [preparation, ...chosen]) {
		const outcome = await perform(check, signal);
		passed += outcome.passed;
		failed += outcome.failed;
	}
	say(`${passed} passed, ${failed} failed`);
	return failed === 0 && passed > 0 ? 0 : 1;
}, 130);

function choose(names: string[]): Check[] {
	const unknown = names.filter((name) => !checks.some((check) => check.name === name));
	if (unknown.length === 0) return names.length ? checks.filter(({ name }) => names.includes(name)) : checks;
	const all = checks.map(({ name }) => name).join(' ');
	throw new PlainError(
		`没有这些检查：${unknown.join(' ')}。可选：${all}`,
		`No such check: ${unknown.join(' ')}. There are: ${all}`
	);
}

async function perform(check: Check, signal: AbortSignal) {
	const started = performance.now();
	process.stdout.write(`· ${check.zh} / ${check.en} …`);
	const outcome = await check.run(signal);
	const mark = outcome.failed ? '✗' : '✓';
	say(` ${mark} ${outcome.passed} passed, ${outcome.failed} failed (${seconds(started)})`);
	if (outcome.failed) say(`\n${outcome.said}\n`);
	return outcome;
}
