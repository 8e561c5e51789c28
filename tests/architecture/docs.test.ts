import { expect, it } from 'vitest';
import { sources } from './source.ts';

/** Folders that only the writer's machine has. */
const someonesFolder = /(?<![\w.:/-])(?:\/(?:home|Users|root|work|workspace|mnt|private)\/|[A-Z]:\\)/;

it('the documents name no folder of the machine they were written on', () => {
	const documents = sources('*.md', 'docs/**/*.md');
	expect(documents.length).toBeGreaterThan(0);
	expect(documents.filter(({ text }) => someonesFolder.test(text)).map(({ path }) => path)).toEqual([]);
});
it.each(['see /home/anna/linli', '`/Users/anna`/x `/Users/anna/x`', 'C:\\linli'])(
	'%s is such a folder',
	(words) => {
		expect(words).toMatch(someonesFolder);
	}
);
it.each(['`/work`', 'https://example.org/home/page', 'src/work/x.ts', '/desk/home/'])(
	'%s is none',
	(words) => {
		expect(words).not.toMatch(someonesFolder);
	}
);
