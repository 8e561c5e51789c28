/** `npm test`: all checks, or only those named (`npm test -- unit db`). Its last line is `N passed, N failed`. */
import { checks, preparation, type Check, type Outcome } from './checks.ts';
import { live } from './lifetime.ts';
import { PlainError, say, seconds } from './steps.ts';

await live(async ({ signal }) => {
	const chosen = choose(process.argv.slice(2));
	const wide = chosen.filter((check) => !check.lane);
	const prepared = perform(preparation, signal);
	const outcomes = [...(await inLanes(chosen, prepared, signal)), await prepared];
	for (const check of wide) outcomes.push(await perform(check, signal));
	const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
	const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
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

/** Lanes beside each other, in each one check after the other. */
async function inLanes(chosen: Check[], prepared: Promise<Outcome>, signal: AbortSignal): Promise<Outcome[]> {
	const lanes = Map.groupBy(
		chosen.filter((check) => check.lane),
		({ lane }) => lane
	);
	const inOrder = async (lane: Check[]) => {
		const outcomes: Outcome[] = [];
		for (const check of lane) {
			if (!check.asItIs) await prepared;
			outcomes.push(await perform(check, signal));
		}
		return outcomes;
	};
	return (await Promise.all([...lanes.values()].map(inOrder))).flat();
}

async function perform(check: Check, signal: AbortSignal): Promise<Outcome> {
	const started = performance.now();
	say(`· ${check.zh} / ${check.en} …`);
	const outcome = await check.run(signal);
	const mark = outcome.failed ? '✗' : '✓';
	say(
		`${mark} ${check.zh} / ${check.en}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds(started)})`
	);
	if (outcome.failed) say(`\n${outcome.said}\n`);
	return outcome;
}
