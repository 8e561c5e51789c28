import jsQR from 'jsqr';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { cardOf } from './card.server.ts';
import { drawnLately } from './drawn.server.ts';
import { posterOf } from './poster.server.ts';
import type { IllustratedPaper } from './paper.server.ts';

overwriteGetLocale(() => 'zh-CN');

const paper: IllustratedPaper = {
	title: '重阳节游园会 <敬老&爱老>',
	words: '听戏、猜谜、品茶，欢迎街坊邻居带上家人一起来。',
	group: '晚霞合唱团',
	when: ['周四 11月26日 14:00—16:00'],
	moreDates: 3,
	goesOn: null,
	place: '社区活动室 · 东园 1 号楼一层',
	seats: 30,
	seatsLeft: 7,
	companions: 1,
	risk: null,
	pictureId: null,
	picture: null,
	link: 'https://linli.example.org/chengdong/activities/019ab000-0000-7000-8000-000000000001',
	community: { name: '城东社区', phone: '0000-1111' }
};
const long = {
	...paper,
	title: '很长的名字'.repeat(24),
	words: '许多话。'.repeat(900),
	when: paper.when.concat(paper.when)
};

/** A red one. */
const photo = () =>
	sharp({ create: { width: 400, height: 300, channels: 3, background: '#c81e1e' } })
		.webp()
		.toBuffer();

/** Squares of ink in a part of a picture. */
async function ink(png: Uint8Array, part: { left: number; top: number; width: number; height: number }) {
	const { data, info } = await sharp(png)
		.extract(part)
		.greyscale()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { dark: data.filter((value) => value < 128).length, pixels: info.width * info.height, data };
}

describe('the picture for chats', () => {
	it('carries a code that leads to the activity', async () => {
		const { data, info } = await sharp(await cardOf(paper))
			.ensureAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
		expect(code?.data).toBe(paper.link);
	});

	it('shows Chinese letters, each another, and none of the boxes of a missing font', async () => {
		const title = { left: 64, top: 198, width: 136, height: 68 };
		const half = async (text: string) => ink(await cardOf({ ...paper, title: text }), title);
		const [one, other] = [await half('重阳'), await half('游园')];
		for (const { dark, pixels } of [one, other]) {
			expect(dark / pixels).toBeGreaterThan(0.15);
			expect(dark / pixels).toBeLessThan(0.7);
		}
		const differing = one.data.filter((value, at) => Math.abs(value - other.data[at]!) > 128).length;
		expect(differing / one.pixels).toBeGreaterThan(0.1);
	});

	it('holds whatever is said', async () => {
		const { width, height } = await sharp(await cardOf(long)).metadata();
		expect([width, height]).toEqual([900, 1200]);
	});

	it('has its picture above, and the code below as before', async () => {
		const { data, info } = await sharp(await cardOf({ ...long, picture: await photo() }))
			.ensureAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(paper.link);
		const [red, green] = data.subarray(4 * (info.width * 350 + 450));
		expect([red! > 150, green! < 100]).toEqual([true, true]);
	});
});

describe('a paper that was drawn lately', () => {
	it('is not drawn again while it says the same, and not kept where drawing failed', async () => {
		let drawn = 0;
		const draw = () => Promise.resolve(new Uint8Array([++drawn]));
		const ask = (one: IllustratedPaper) => drawnLately('card', one, draw);
		const both = await Promise.all([ask(paper), ask(paper), ask({ ...paper, seatsLeft: 6 })]);
		expect([both.map(([number]) => number), drawn]).toEqual([[1, 1, 2], 2]);
		const other = { ...paper, title: '别的' };
		await expect(drawnLately('card', other, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect((await ask(other))[0]).toBe(3);
		for (let at = 0; at < 30; at++) await ask({ ...paper, seats: at });
		expect((await ask(paper))[0]).toBe(34);
	});
});

describe('the poster', () => {
	const read = async (one: IllustratedPaper) => {
		const page = await getDocumentProxy(await posterOf(one));
		return extractText(page, { mergePages: true });
	};

	it('says what, when, where, for how many and whom to call, on one page', async () => {
		const { totalPages, text } = await read(paper);
		expect(totalPages).toBe(1);
		const plain = text.normalize('NFKC').replace(/\s/g, '');
		for (const said of [
			'晚霞合唱团',
			'重阳节游园会<敬老&爱老>',
			'14:00',
			'社区活动室',
			'名额30人',
			'0000-1111'
		]) {
			expect(plain).toContain(said);
		}
	});

	it('stays on one page however much is said', async () => {
		expect((await read(long)).totalPages).toBe(1);
	});
});
