import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../../scripts/program.ts';
import { migrations, root } from '../../scripts/project.ts';

it(
	'the migrations say what the tables say: generating again yields nothing',
	{ timeout: 120_000 },
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'linli-drift-'));
		try {
			const out = join(folder, 'drizzle');
			cpSync(migrations, out, { recursive: true });
			const config = join(folder, 'drizzle.config.ts');
			const ours = JSON.stringify(join(root, 'drizzle.config.ts'));
			// drizzle-kit takes a folder only from where it runs
			const there = JSON.stringify(relative(root, out));
			writeFileSync(config, `import ours from ${ours};\nexport default { ...ours, out: ${there} };\n`);
			const { code, said } = await runProgram('node_modules/drizzle-kit/bin.cjs', [
				'generate',
				`--config=${config}`
			]);
			expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('No schema changes') });
			expect(globSync('**/*', { cwd: out }).sort()).toEqual(globSync('**/*', { cwd: migrations }).sort());
		} finally {
			rmSync(folder, { recursive: true });
		}
	}
);
