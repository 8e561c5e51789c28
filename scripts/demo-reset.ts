/** `npm run demo:reset`: makes the demo community anew, also while the app is running. */
import { openDatabase } from './database.ts';
import { live } from './lifetime.ts';
import { PlainError } from './steps.ts';

await live(async (life) => {
	const database = await openDatabase(life, { join: true });
	if (!database.demo) {
		throw new PlainError(
			'这不是演示数据库；只有 DEMO=1 才能重建。',
			'This is no demo database; only DEMO=1 allows a reset.'
		);
	}
	await (await import('./demo.ts')).renewDemo(database);
}, 130);
