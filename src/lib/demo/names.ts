import type { Random } from './random.ts';

/*
 * Invented names: a surname by how common it is, then a given name of the years in which someone was born.
 */

const surnames =
	'王王王李李李张张张刘刘陈陈杨黄赵周周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

type Era = 'old' | 'middle' | 'young' | 'child';

const givenNames: Record<'female' | 'male', Record<Era, { first: string; second: string }>> = {
	female: {
		old: { first: '桂秀玉淑兰凤素惠月金翠春菊瑞宝爱', second: '兰英珍芳华琴云莲香花娥梅贞清芝凤' },
		middle: { first: '丽晓海建红雪燕艳文亚春小冬彩志慧', second: '娟萍霞燕红敏梅丽琴芬华云虹荣平莉' },
		young: { first: '思雨佳梦晓静欣诗雅婷楚晨若嘉慧可', second: '琪婷怡雯颖瑶洁悦妍倩莹蕾宁琳媛彤' },
		child: { first: '梓子欣一雨若语诗沐可芷依书念知安', second: '涵萱怡诺彤汐桐妍宁菲然悦晴乐瑶心' }
	},
	male: {
		old: { first: '建国志德文永世长正福金荣庆树茂兴', second: '国华生明德贵祥林根发富荣山忠义昌' },
		middle: { first: '志建国卫海晓永伟俊立新宏学东春光', second: '强军伟刚平勇斌峰涛明辉东波华民健' },
		young: { first: '子浩宇文俊嘉天晨博思明家一志泽逸', second: '轩杰宇豪翔鹏凯阳航涛然晨睿超博远' },
		child: { first: '浩子宇沐一梓俊泽奕铭君景明嘉予辰', second: '宇轩辰泽熙睿然霖阳航铭瑞衡安洋舟' }
	}
};

function eraOf(age: number): Era {
	if (age >= 60) return 'old';
	if (age >= 38) return 'middle';
	return age >= 16 ? 'young' : 'child';
}

export function surname(random: Random): string {
	return random.pick([...surnames]);
}

/** A full name that no one in `taken` bears; it is added there. */
export function fullName(
	random: Random,
	taken: Set<string>,
	family: string,
	gender: 'female' | 'male',
	age: number
): string {
	const { first, second } = givenNames[gender][eraOf(age)];
	for (;;) {
		const last = random.pick([...second]);
		const given = random.chance(0.14) ? last : random.pick([...first]) + last;
		const name = family + given;
		if (taken.has(name) || given[0] === given[1] || given.includes(family)) continue;
		taken.add(name);
		return name;
	}
}
