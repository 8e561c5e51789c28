import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture.ts';

const place = { east: 500, north: 500 };
const person = (label: string, east: number, north: number) => ({ label, point: { east, north } });
const draw = (people: ReturnType<typeof person>[], buildings = [place]) =>
	pictureOf({ place, people, buildings }, 400, 220)!;

describe('the drawing beside a shortlist', () => {
	it('has north above and east to the right', () => {
		const { place: at, marks } = draw([person('1', 700, 700)]);
		expect(marks[0]!.x).toBeGreaterThan(at!.x);
		expect(marks[0]!.y).toBeLessThan(at!.y);
	});

	it('shows everybody, however far away', () => {
		const { marks } = draw([person('1', 9_000, 500), person('2', 500, -4_000)]);
		for (const { x, y } of marks) {
			expect(x).toBeGreaterThanOrEqual(0);
			expect(x).toBeLessThanOrEqual(400);
			expect(y).toBeGreaterThanOrEqual(0);
			expect(y).toBeLessThanOrEqual(220);
		}
	});

	it('keeps its proportions: as many metres up as across', () => {
		const { place: at, marks } = draw([person('1', 900, 500), person('2', 500, 900)]);
		expect(marks[0]!.x - at!.x).toBeCloseTo(at!.y - marks[1]!.y, 0);
	});

	it('gives neighbours one spot with both numbers', () => {
		const { marks } = draw([person('1', 800, 500), person('2', 801, 500), person('3', 500, 800)]);
		expect(marks.map(({ labels }) => labels)).toEqual([['1', '2'], ['3']]);
	});

	it('gives who would lie under a wide mark a place in it', () => {
		const near = [person('1', 800, 500), person('2', 801, 500), person('3', 802, 500)];
		const { marks } = draw([...near, person('4', 500, 800), person('5', 838, 500)]);
		expect(marks.map(({ labels }) => labels)).toEqual([['4'], ['1', '2', '3', '5']]);
	});

	it('puts a volunteer of the same building next to the place', () => {
		const { place: at, marks } = draw([person('1', 500, 500)]);
		expect(marks[0]!.x).toBeGreaterThan(at!.x + 20);
	});

	it('leaves out buildings beyond its edge', () => {
		expect(draw([person('1', 600, 500)], [place, { east: 90_000, north: 0 }]).buildings).toHaveLength(1);
	});

	it('has a scale of a round length that fits', () => {
		const { scale } = draw([person('1', 900, 500)]);
		expect([20, 50, 100, 200, 500]).toContain(scale.metres);
		expect(scale.length).toBeLessThanOrEqual(400 / 3);
		expect(scale.length).toBeGreaterThan(20);
	});

	it('is not drawn where no place is known', () => {
		expect(pictureOf({ place: null, people: [], buildings: [place] }, 400, 220)).toBeNull();
	});
});
