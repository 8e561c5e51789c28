import { expect, it } from 'vitest';
import { facilityKinds, lackingFrom, nearestOfKinds, seenFrom } from './reach.ts';

const home = { east: 100, north: 100 };
const milk = { kind: 'milk', east: 100, north: 900 } as const;
const farMilk = { kind: 'milk', east: 100, north: 901 } as const;
const station = { kind: 'station', east: 130, north: 140 } as const;

it('800 straight metres stand for ten minutes on foot, and one more is too far', () => {
	expect(seenFrom(home, [milk])).toMatchObject([{ metres: 800, minutes: 10, near: true }]);
	expect(seenFrom(home, [farMilk])).toMatchObject([{ metres: 801, minutes: 11, near: false }]);
});

it('what lies nearest comes first; next door is a minute too', () => {
	const seen = seenFrom(home, [milk, station, { ...station, ...home }]);
	expect(seen.map(({ metres, minutes }) => [metres, minutes])).toEqual([
		[0, 1],
		[50, 1],
		[800, 10]
	]);
});

it('of a kind the nearest counts, and a kind of which none is near is lacking', () => {
	expect(nearestOfKinds(home, [farMilk, milk]).get('milk')).toMatchObject({ metres: 800 });
	const rest = facilityKinds.filter((kind) => kind !== 'milk' && kind !== 'station');
	expect(lackingFrom(home, [farMilk, milk, station])).toEqual(rest);
	expect(lackingFrom(home, [farMilk, station])).toEqual(facilityKinds.filter((kind) => kind !== 'station'));
});
