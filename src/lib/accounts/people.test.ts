import { expect, it } from 'vitest';
import { isStaff, type Role } from './people.ts';

it.each<[Role[], boolean]>([
	[[], false],
	[['volunteer'], false],
	[['staff'], true],
	[['admin'], true],
	[['volunteer', 'staff'], true]
])('someone with the roles %j works here: %s', (roles, works) => {
	expect(isStaff({ roles })).toBe(works);
});
