import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { live } from './lifetime.ts';
import { waitForLock } from './lock.ts';
import { runProgram } from './program.ts';
import { root } from './project.ts';
import { PlainError, say, step } from './steps.ts';

const inputs = [
	'src',
	'static',
	'messages',
	'drizzle',
	'project.inlang/settings.json',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** Names what was built; it lies in the build, which the builder empties first, so a broken-off build has none. */
const stampFile = join(root, 'build', '.stamp');

/** The build compiles the messages too, and scripts need them. */
const words = join(root, 'src', 'lib', 'paraglide', 'messages.js');

/** Whether `build/` is what the sources make. Content decides, for in a fresh clone every file is new. */
export function isBuilt(): boolean {
	return existsSync(stampFile) && existsSync(words) && readFileSync(stampFile, 'utf8') === stamp();
}

/** Builds when needed. Two at once take turns, and the second finds the work done. */
export async function buildIfStale(signal?: AbortSignal): Promise<void> {
	if (isBuilt()) return;
	mkdirSync(join(root, '.svelte-kit'), { recursive: true });
	const release = await waitForLock(join(root, '.svelte-kit', 'build.lock'), 900);
	try {
		if (isBuilt()) return;
		const before = stamp();
		const { code, said } = await runProgram('node_modules/vite/bin/vite.js', ['build'], {
			signal,
			env: buildEnvironment()
		});
		if (code !== 0) throw new PlainError('应用没有构建成功。', `The app could not be built:\n${said}`);
		writeFileSync(stampFile, before);
	} finally {
		release();
	}
}

function stamp(): string {
	const hash = createHash('sha256');
	for (const file of inputs.flatMap(filesUnder).sort()) {
		hash
			.update(`${file}\0`)
			.update(readFileSync(join(root, file)))
			.update('\0');
	}
	return hash.digest('hex');
}

function filesUnder(path: string): string[] {
	const there = statSync(join(root, path), { throwIfNoEntry: false });
	if (!there?.isDirectory()) return there ? [path] : [];
	const names = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
	return names
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.filter((file) => !file.startsWith(join('src', 'lib', 'paraglide') + sep));
}

/** A test runner's variables would make it another build. */
function buildEnvironment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'DEV');
	return { ...Object.fromEntries(kept), NODE_ENV: 'production' };
}

if (import.meta.main) {
	await live(async ({ signal }) => {
		if (isBuilt()) say('已是最新 / Nothing to do');
		else await step('构建应用', 'Building the app', () => buildIfStale(signal));
	}, 130);
}
