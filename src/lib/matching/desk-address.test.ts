import { describe, expect, it } from 'vitest';
import { deskFields, deskQuery, readDeskAddress } from './desk-address.ts';

const read = (query: string) => readDeskAddress(new URLSearchParams(query));

describe('the address of the desk’s list', () => {
	it('is the plain list of what waits when nothing is said', () => {
		expect(read('')).toEqual({ shelf: 'waiting', stage: null, group: null, urgency: null, q: '', page: 1 });
		expect(deskQuery(read(''))).toBe('');
	});

	it('comes back as it was written', () => {
		const query = '?show=arranged&group=home_repairs&urgency=today&q=cgx&page=3';
		expect(deskQuery(read(query), { page: 3 })).toBe(query);
	});

	it('begins at the first page when a filter changes', () => {
		expect(deskQuery(read('?page=4'), { urgency: 'week' })).toBe('?urgency=week');
	});

	it('takes no notice of what it does not know', () => {
		expect(read('?show=everything&group=magic&urgency=soon&page=-2&stage=x')).toEqual(read(''));
	});

	it('goes along in a form, but for what the form sets itself', () => {
		expect(deskFields(read('?show=ended&q=wang'), 'q')).toEqual({ show: 'ended' });
	});
});
