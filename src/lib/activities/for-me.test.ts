import { describe, expect, it } from 'vitest';
import { forMe } from './for-me.ts';

const chess = { name: '象棋友谊赛', words: '欢迎观战', groupId: 'g', group: '棋友会' };

describe('what may be something for somebody', () => {
	it('is what his groups do, and what he likes, with the reason', () => {
		expect(forMe({ hobbies: ['象棋'], groupIds: new Set(['g']) }, chess)).toEqual({ why: 'group' });
		expect(forMe({ hobbies: ['钓鱼', '象棋'], groupIds: new Set() }, chess)).toEqual({
			...{ why: 'hobby', hobby: '象棋' }
		});
	});
	it('is nothing without a reason that can be said', () => {
		expect(forMe({ hobbies: ['', '钓鱼'], groupIds: new Set(['h']) }, chess)).toBeNull();
		expect(forMe({ hobbies: [], groupIds: new Set() }, { ...chess, groupId: null })).toBeNull();
	});
});
