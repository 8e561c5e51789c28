import type { Random } from './random.ts';

/** Width and height of a drawn picture, pixels. */
export const drawnSize = { width: 1280, height: 720 };

/** Skies, hills and grounds that go together. */
const weathers = [
	{ sky: '#fde3c3', sun: '#f6a04d', hill: '#a9c3a0', ground: '#d8cfae' },
	{ sky: '#cfe5f2', sun: '#fbe08a', hill: '#8fb79a', ground: '#c9d8b0' },
	{ sky: '#f3d9d2', sun: '#e9806e', hill: '#b79bb0', ground: '#d9c3b4' },
	{ sky: '#d9e8dd', sun: '#f4d35e', hill: '#7fa99b', ground: '#cbd5c0' }
];
const coats = ['#b3261e', '#2f6690', '#3a7d44', '#c77d1e', '#6d4c8d', '#46545e', '#c25a7c'];
const skins = ['#f1c9a5', '#e5b48c', '#d9a47a'];
const hairs = ['#2e2a28', '#4a4441', '#a9a39d', '#dcd8d3'];

/** Neighbours side by side in the open, as SVG: nobody's photo is needed to show where photos go. */
export function drawTogether(random: Random, people: number): string {
	const { width, height } = drawnSize;
	const { sky, sun, hill, ground } = random.pick(weathers);
	const step = width / (people + 1);
	const figures = Array.from({ length: people }, (_, at) =>
		drawPerson(random, step * (at + 1), height * 0.56 + random.int(-14, 22), Math.min(1.25, step / 110))
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<rect width="${width}" height="${height}" fill="${sky}"/>
		<circle cx="${random.int(180, width - 180)}" cy="${random.int(110, 190)}" r="70" fill="${sun}"/>
		<path d="M0 ${height * 0.6} Q${width * 0.25} ${height * 0.34} ${width * 0.5} ${height * 0.55}
			T${width} ${height * 0.48} V${height} H0Z" fill="${hill}"/>
		<path d="M0 ${height * 0.76} Q${width * 0.5} ${height * 0.68} ${width} ${height * 0.76} V${height} H0Z" fill="${ground}"/>
		${figures.join('')}
	</svg>`;
}

/** Somebody with his arms a little out, whose head is at this height. */
function drawPerson(random: Random, x: number, y: number, scale: number): string {
	const coat = random.pick(coats);
	const reach = random.int(-34, 10);
	const arm = (side: 1 | -1) =>
		`<path d="M${side * 24} 66 Q${side * 58} ${84 + reach / 2} ${side * 66} ${104 + reach}" stroke="${coat}"/>`;
	return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale.toFixed(2)})">
		<g stroke-width="24" stroke-linecap="round" fill="none">
			<path d="M-15 150 V216 M15 150 V216" stroke="#3d4451"/>${arm(-1)}${arm(1)}
		</g>
		<rect x="-36" y="42" width="72" height="122" rx="32" fill="${coat}"/>
		<circle cy="8" r="34" fill="${random.pick(hairs)}"/>
		<circle cy="15" r="28" fill="${random.pick(skins)}"/>
	</g>`;
}
