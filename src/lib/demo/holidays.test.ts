import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readAnnouncedYear } from '#lib/hours/calendar.ts';
import { announced2026 } from './holidays.ts';

const announced = resolve('../shared/data/holiday-cn/2026.json');

it.skipIf(!existsSync(announced))('the holidays of the demo world are those that were announced', () => {
	expect(announced2026).toEqual(readAnnouncedYear(readFileSync(announced, 'utf8')));
});
