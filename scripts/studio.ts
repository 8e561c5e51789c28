/** `npm run db:studio`: drizzle's table viewer on DATABASE_URL or the embedded database, running or not. */
import { openDatabase } from './database.ts';
import { live } from './lifetime.ts';
import { runProgram } from './program.ts';

await live(async (life) => {
	await openDatabase(life, { join: true });
	const { code } = await runProgram('node_modules/drizzle-kit/bin.cjs', ['studio'], {
		signal: life.signal,
		aloud: true
	});
	return code ?? 0;
});
