/** `npm run dev`: the embedded database or DATABASE_URL, the demo world, and Vite with live reload. */
import type { EventEmitter } from 'node:events';
import { createServer } from 'vite';
import { openDatabase } from './database.ts';
import { live } from './lifetime.ts';
import { root } from './project.ts';
import { compileWords } from './generate.ts';

await live(async (life) => {
	const database = await openDatabase(life);
	await compileWords();
	// Loaded late, as it needs the compiled words.
	const { ensureDemo, saySignIns } = await import('./demo.ts');
	const demo = database.demo && (await ensureDemo(database));

	const vite = await createServer({
		root,
		server: {
			host: process.env.HOST || '127.0.0.1',
			port: Number(process.env.PORT || 3000),
			strictPort: true
		}
	});
	life.atEnd(async () => {
		await vite.close();
		const events: EventEmitter = process;
		await Promise.allSettled(
			events.listeners('sveltekit:shutdown').map(async (listener) => listener('dev ends') as unknown)
		);
	});
	await vite.listen();
	vite.printUrls();
	if (demo) saySignIns();
	await life.asked;
});
