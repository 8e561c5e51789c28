import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import {
	choice,
	clock,
	day,
	id,
	officePhone,
	optionalClock,
	optionalDay,
	optionalId,
	optionalText,
	optionalWhole,
	text,
	ticked,
	whole,
	z
} from './schema.server.ts';

/** What a form with one field is read as: its value, or the codes of what is wrong. Undefined is a field not sent. */
async function read(field: z.ZodType, sent?: string): Promise<unknown> {
	const form = new FormData();
	if (sent !== undefined) form.set('field', sent);
	const { valid, data, errors } = await superValidate(form, zod4(z.object({ field }) as never));
	return valid ? (data as { field: unknown }).field : { wrong: (errors as { field: string[] }).field };
}

const wrong = (code: string) => ({ wrong: [code] });
const readAll = (field: z.ZodType, ...sent: (string | undefined)[]) =>
	Promise.all(sent.map((one) => read(field, one)));

describe('a field', () => {
	it('of text is trimmed, given and not too long', async () => {
		expect(await read(text(5), '  水  ')).toBe('水');
		expect(await readAll(text(5), '', ' ', undefined)).toEqual(
			Array.from({ length: 3 }, () => wrong('required'))
		);
		expect(await read(text(5), '一二三四五六')).toEqual(wrong('too_long:5'));
	});
	it('of an office has a number that can be dialled', async () => {
		const numbers = ['0000-2101', '(021) 6543 2100 转 8', '12345', '＋86 138 1234 5678'];
		expect(await readAll(officePhone(20), ...numbers)).toEqual(numbers);
		expect(await readAll(officePhone(20), 'abc', '12', '号码 12345')).toEqual(
			Array.from({ length: 3 }, () => wrong('phone'))
		);
		expect(await read(officePhone(20), '')).toEqual(wrong('required'));
	});
	it('of text that may be left out is null then', async () => {
		expect(await readAll(optionalText(5), ' ', undefined, 'ab')).toEqual([null, null, 'ab']);
	});
	it('of an id is a UUID', async () => {
		const known = newId();
		expect(await readAll(id(), known, '', "' or 1=1")).toEqual([known, wrong('required'), wrong('invalid')]);
		expect(await readAll(optionalId(), known, '', undefined)).toEqual([known, null, null]);
	});
	it('of a day is one that exists', async () => {
		expect(await readAll(day(), '2028-02-29', '')).toEqual(['2028-02-29', wrong('required')]);
		expect(await readAll(day(), '2026-02-30', 'infinity')).toEqual([wrong('invalid'), wrong('invalid')]);
		expect(await readAll(optionalDay(), '2026-11-22', '', undefined)).toEqual(['2026-11-22', null, null]);
	});
	it('of a time is the minute of the day', async () => {
		expect(await readAll(clock(), '00:00', '13:30', '24:00')).toEqual([0, 810, 1440]);
		expect(await readAll(clock(), '', undefined)).toEqual([wrong('required'), wrong('required')]);
		expect(await readAll(clock(), '24:01', '9:30', '半夜')).toEqual(
			Array.from({ length: 3 }, () => wrong('invalid'))
		);
		expect(await readAll(optionalClock(), '13:30', '', undefined)).toEqual([810, null, null]);
		expect(await read(optionalClock(), '25:00')).toEqual(wrong('invalid'));
	});
	it('of a box is ticked, or not sent', async () => {
		expect(await readAll(ticked(), 'on', 'true', '1', undefined, '')).toEqual([
			true,
			true,
			true,
			false,
			false
		]);
	});
	it('of a choice wants one of them, of a number one that fits', async () => {
		expect(await readAll(choice(['a', 'b']), 'b', 'c')).toEqual(['b', wrong('choose')]);
		expect(await readAll(choice(['a', 'b']), '', undefined)).toEqual([wrong('choose'), wrong('choose')]);
	});
	it('of a whole number is digits and nothing else, within limits', async () => {
		const number = whole(1, 60);
		expect(await readAll(number, '7', ' ４5 ')).toEqual([7, 45]);
		expect(await readAll(number, '61', '0', '1小时', '1e1', '4é', '-3', '')).toEqual([
			...Array.from({ length: 6 }, () => wrong('between:1:60')),
			wrong('required')
		]);
		expect(await readAll(optionalWhole(5, 60), '', undefined, '7', '4')).toEqual([
			null,
			null,
			7,
			wrong('between:5:60')
		]);
	});
	it('of a number says the limit that was passed', async () => {
		const number = z.coerce.number().int().min(1).max(9);
		expect(await readAll(number, '7', '12', '0', 'x')).toEqual([
			7,
			wrong('too_big:9'),
			wrong('too_small:1'),
			wrong('invalid')
		]);
	});
});
