import { describe, expect, test } from 'vitest';
import { areaCentres, boundsOf, layPlace } from './lay-place.ts';

const size = { widthMetres: 1200, heightMetres: 900 };

describe('another town laid onto the map', () => {
	const laying = { kind: 'lay_onto', bounds: { south: 40, north: 41, west: -74, east: -73 }, size } as const;

	test('fills it from corner to corner', () => {
		expect(layPlace(laying, { latitude: 40, longitude: -74 })).toEqual({ east: 0, north: 0 });
		expect(layPlace(laying, { latitude: 41, longitude: -73 })).toEqual({ east: 1200, north: 900 });
		expect(layPlace(laying, { latitude: 40.5, longitude: -73.75 })).toEqual({ east: 300, north: 450 });
	});

	test('leaves out what falls off it', () => {
		expect(layPlace(laying, { latitude: 41.1, longitude: -73.5 })).toBeNull();
	});

	test('puts a town of a single point in the middle', () => {
		const bounds = { south: 40, north: 40, west: -74, east: -74 };
		expect(layPlace({ ...laying, bounds }, { latitude: 40, longitude: -74 })).toEqual({
			east: 600,
			north: 450
		});
	});
});

describe('true coordinates', () => {
	const laying = { kind: 'true_place', corner: { latitude: 30, longitude: 120 }, size } as const;

	test('become metres from the corner of the map', () => {
		const place = layPlace(laying, { latitude: 30.005, longitude: 120.01 });
		expect(place).toEqual({ east: 963, north: 556 });
	});

	test('leave out a point in another town', () => {
		expect(layPlace(laying, { latitude: 31, longitude: 120 })).toBeNull();
	});
});

test('the box around points', () => {
	expect(boundsOf([])).toBeNull();
	expect(
		boundsOf([
			{ latitude: 1, longitude: 5 },
			{ latitude: 3, longitude: -2 }
		])
	).toEqual({ south: 1, north: 3, west: -2, east: 5 });
});

test('an area stands where its points stand on average', () => {
	const centres = areaCentres([
		{ area: 'a', latitude: 1, longitude: 10 },
		{ area: 'a', latitude: 3, longitude: 30 },
		{ area: 'b', latitude: 5, longitude: 5 }
	]);
	expect(centres.get('a')).toEqual({ latitude: 2, longitude: 20 });
	expect(centres.get('b')).toEqual({ latitude: 5, longitude: 5 });
});
