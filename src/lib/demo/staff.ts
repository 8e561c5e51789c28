import { randomOf, type Draft } from './draft.ts';
import { fullName, surname } from './names.ts';
import { addPerson, firstDay, newPhone } from './people.ts';
import { demoSignIns } from './sign-ins.ts';

/** Those of the staff who have a sign-in. */
const known: Record<string, { gender: 'female' | 'male'; age: number }> = {
	顾明华: { gender: 'female', age: 51 },
	李敏: { gender: 'female', age: 36 },
	方志刚: { gender: 'male', age: 44 },
	罗卫东: { gender: 'male', age: 53 },
	何静: { gender: 'female', age: 33 }
};

/**
 * The staff of a community, the secretary first; all others answer for a grid in turn (包片负责制, seed 003). They do
 * not live there, so each is a guest.
 */
export function employStaff(draft: Draft): void {
	const random = randomOf(draft, 'staff');
	const createdAt = draft.calendar.at(firstDay, 9 * 60);
	const employed = (role: 'admin' | 'staff') =>
		demoSignIns.filter((one) => one.community === draft.plan.slug && one.role === role);
	for (const { name, phone } of [...employed('admin'), ...employed('staff')]) {
		const person = addPerson(draft, { name, ...known[name]!, kind: 'guest', phone, createdAt });
		draft.cast.set(name, person);
		draft.staff.push(person);
	}
	while (draft.staff.length < draft.plan.staff) {
		const gender = random.chance(0.7) ? 'female' : 'male';
		const age = random.int(25, 54);
		const name = fullName(random, draft.names, surname(random), gender, age);
		draft.staff.push(
			addPerson(draft, { name, gender, age, kind: 'guest', phone: newPhone(draft), createdAt })
		);
	}
	giveRoles(draft, createdAt);
}

function giveRoles(draft: Draft, at: Date): void {
	const [secretary, ...others] = draft.staff;
	const grantedBy = secretary!.id;
	draft.rows.memberships.push({
		personId: grantedBy,
		role: 'admin',
		grantedBy: null,
		grantedAt: at,
		endedAt: null
	});
	for (const person of draft.staff) {
		person.verifiedAt = at;
		person.verifiedBy = grantedBy;
		draft.rows.memberships.push({
			personId: person.id,
			role: 'staff',
			grantedBy,
			grantedAt: at,
			endedAt: null
		});
	}
	draft.rows.grids.forEach((grid, turn) => {
		const personId = others[turn % others.length]!.id;
		// some have a number of their own at work
		const phone = turn % 2 === 0 ? `${draft.plan.phone.slice(0, 6)}${310 + turn}` : null;
		draft.rows.gridOfficers.push({ gridId: grid.id, personId, since: at, phone });
	});
}
