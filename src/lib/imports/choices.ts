import { listed, type Choice } from './target.ts';

const choice = (key: string, words: string): Choice => ({ key, words: listed(words) });

export const genders = [
	choice('female', '女，女性，女士，f，female，woman'),
	choice('male', '男，男性，先生，m，male，man')
];

/** What stands under 政治面貌. */
export const partyMembership = [
	choice('yes', '党员，中共党员，正式党员，预备党员，中共预备党员，party member'),
	choice('no', '群众，普通群众，团员，共青团员，民主党派，无党派，无党派人士')
];

/** What stands in a roster about those whom only vetted volunteers visit. */
export const vulnerability = [
	choice(
		'yes',
		'独居，空巢，高龄，重病，失能，半失能，残疾，特困，重点，重点关照，重点关爱，lives alone，frail'
	),
	choice('no', '一般，普通，正常，同住，none')
];

/** The four teams of seed 003; a community may add others. */
export const teams = [
	choice('bianmin', '便民，便民服务，便民队，便民服务队，everyday help'),
	choice('anmin', '安民，平安，治安，安民队，safety，safety and peace'),
	choice('jikun', '济困，帮困，帮扶，扶贫济困，济困队，hardship'),
	choice('daifu', '带富，致富，就业创业，带富队，livelihood')
];

export const languages = [
	choice('mandarin', '普通话，国语，汉语，中文，chinese，putonghua'),
	choice('local_dialect', '本地话，本地方言，方言，当地话，dialect，local dialect'),
	choice('wu', '吴语，上海话，杭州话，宁波话，苏州话，shanghainese'),
	choice('cantonese', '粤语，广东话，白话'),
	choice('min', '闽语，闽南语，闽南话，福建话，hokkien'),
	choice('sichuan', '四川话，川话，西南官话，sichuanese'),
	choice('sign', '手语，sign language'),
	choice('english', '英语，英文')
];

/** How often help is asked for. */
export const recurrence = [
	choice('yes', '长期，经常，每周，每月，定期，多次，ongoing，recurring，weekly，repeated'),
	choice('no', '一次，一次性，单次，临时，onetime，one-time，one time，once，single')
];
