import { expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { boxOf, cardsOnPage, page } from './card-places.ts';
import { cardsPdf, type PrintedCard } from './cards-pdf.server.ts';

const card: PrintedCard = {
	home: '东园 3 号楼 2 单元 301',
	grid: '第1网格',
	officer: { name: '谢春分', phone: '0000-4321' },
	station: '便民服务站',
	hours: '工作日 8:00—17:30',
	community: { name: '测试社区', phone: '0000-1234' },
	address: 'https://linli.example.org/test/contact?building=1'
};

it('cards of homes can be read again, with the officer where there is one and the community where there is none', async () => {
	const homes = Array.from({ length: 9 }, (_, at) => ({ ...card, home: `东园 3 号楼 ${at + 1} 室` }));
	homes[8]!.officer = null;
	const pdf = await getDocumentProxy(await cardsPdf('联系卡', homes));
	expect(pdf.numPages).toBe(2);
	const { text } = await extractText(pdf);
	for (let at = 0; at < 8; at++) expect(text[0]).toContain(`东园 3 号楼 ${at + 1} 室`);
	expect(text[0]).toContain('谢春分');
	expect(text[0]).toContain('0000-4321');
	expect(text[1]).not.toContain('谢春分');
	expect(text[1]).toContain('0000-1234');
});

it('eight cards share a page without covering each other or leaving it', () => {
	const boxes = Array.from({ length: cardsOnPage }, (_, at) => boxOf(at));
	for (const [at, { x, y, width, height }] of boxes.entries()) {
		expect(x + width).toBeLessThanOrEqual(page.width);
		expect(y + height).toBeLessThanOrEqual(page.height);
		const others = boxes.filter((_, other) => other > at);
		const apart = others.every(
			(one) => one.x >= x + width - 0.01 || one.x + one.width <= x + 0.01 || one.y >= y + height - 0.01
		);
		expect(apart).toBe(true);
	}
	expect(boxOf(cardsOnPage)).toEqual(boxOf(0));
});
