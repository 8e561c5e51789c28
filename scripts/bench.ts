/** `npm run bench`: names the benches of tests/bench; `npm run bench -- name …` runs some, `-- all` runs all. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { live } from './lifetime.ts';
import { runProgram } from './program.ts';
import { root } from './project.ts';
import { PlainError, say } from './steps.ts';

const folder = 'tests/bench';

await live(async ({ signal }) => {
	const there = benches();
	const asked = process.argv.slice(2);
	if (asked.length === 0) list(there);
	for (const name of asked.includes('all') ? there : asked) {
		if (!there.includes(name))
			throw new PlainError(`没有名为 ${name} 的压测。`, `There is no bench named ${name}.`);
		const { code } = await runProgram(join(folder, `${name}.ts`), [], { signal, aloud: true });
		if (code !== 0) return 1;
	}
	return 0;
}, 130);

function benches(): string[] {
	try {
		const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
		return files.map((name) => name.slice(0, -'.ts'.length)).sort();
	} catch {
		return [];
	}
}

function list(there: string[]): void {
	if (there.length === 0) say('还没有压测 / There are no benches yet');
	else say(`压测 / Benches: ${there.join(' ')}\n运行 / Run: npm run bench -- ${there[0]}`);
}
