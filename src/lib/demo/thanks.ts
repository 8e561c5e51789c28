/** Words of thanks that fit anything. */
export const plainThanks: readonly string[] = [
	'谢谢，帮了大忙。',
	'很准时，很认真。',
	'社区有这样的人，住着踏实。',
	'谢谢您，好人一生平安。',
	'辛苦了，下次来家里喝茶。',
	'谢谢志愿者，也谢谢社区。',
	'进门还套了鞋套，真讲究。',
	'远亲不如近邻。'
];

/** What organisations write of events. */
export const eventThanks: readonly string[] = [
	'来的人多，秩序一直很好，多亏志愿者。',
	'居民反映都很好，还有人问下次什么时候办。',
	'从布置到收场都没让我们操心。',
	'老人们都说办得好，盼着下一回。',
	'志愿者来得早走得晚，谢谢大家。'
];
