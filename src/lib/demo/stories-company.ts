import type { Story } from './stories.ts';

/** Phones, company, learning and advice. */
export const companyStories: readonly Story[] = [
	{
		need: 'use_phone',
		weight: 8,
		asker: 'old',
		titles: ['学着用微信视频', '手机字太小，想调大', '手机存满了，照片怎么清', '想学会叫车'],
		notes: ['儿子寄来的新手机，不会弄。', '学得慢，多教两遍。', '只想学会跟孙女视频。'],
		done: [
			'教会了视频通话，当场和女儿通了一次。',
			'字体调大了，常用的几个图标放在第一页。',
			'步骤写成大字，贴在冰箱上了。'
		]
	},
	{
		need: 'pay_by_phone',
		weight: 4,
		asker: 'old',
		titles: ['手机交电费不会弄', '想学扫码付款', '养老认证怎么在手机上做'],
		notes: ['怕按错了扣钱。', '营业厅远，来回要一个钟头。'],
		done: ['电费交上了，教了两遍，老人自己又做了一遍。', '养老认证通过了，截图存在相册里。']
	},
	{
		need: 'fix_computer',
		weight: 2,
		asker: 'working',
		titles: ['电脑开机很慢', '打印机连不上', '家里网络老是断'],
		notes: ['孩子上网课要用。'],
		done: ['清理了启动项，现在半分钟能开机。', '路由器换了位置，信号好了。']
	},
	{
		need: 'chat',
		weight: 9,
		asker: 'old',
		titles: ['想找人说说话', '老伴走了以后，家里太静', '下午坐一坐，喝杯茶'],
		notes: ['喜欢听戏，也爱下象棋。', '孩子都在外地，逢年过节才回来。', '说本地话听得顺。'],
		done: [
			'聊了一个小时，说了好多年轻时候的事。',
			'陪着下了两盘棋，老人赢了一盘，很高兴。',
			'听老人讲纱厂的事，约了下次再来。'
		]
	},
	{
		need: 'read_newspaper',
		weight: 4,
		asker: 'old',
		titles: ['眼睛不好，想听人念报', '念念儿子来的信'],
		notes: ['白内障，等着做手术。', '爱听本地新闻和天气。'],
		done: ['念了报纸的本地版，还有一篇养生的。', '念了两封信，老人听得直笑。']
	},
	{
		need: 'walk_together',
		weight: 4,
		asker: 'old',
		titles: ['陪着在河边走走', '想去公园晒晒太阳'],
		notes: ['走得慢，要歇几回。', '做完手术，医生让多走动。'],
		done: ['沿河走了两圈，歇了三次。', '晒了太阳，遇到老邻居聊了好一会儿。']
	},
	{
		need: 'care_at_home',
		weight: 3,
		asker: 'old',
		titles: ['帮老人擦身洗头', '家里人出门半天，请人照看', '术后在家，需要人搭把手'],
		notes: ['翻身要两边都扶着。', '中午要喂一顿饭，粥熬好了。'],
		done: ['擦了身，洗了头，换了干净床单。', '照看了一上午，喂了饭和药，情况都告诉家属了。']
	},
	{
		need: 'mind_child',
		weight: 2,
		asker: 'small_child',
		titles: ['临时加班，孩子没人看', '去医院陪床，孩子托半天'],
		notes: ['孩子很乖，爱画画。', '对花生过敏，别吃零食。'],
		done: ['画了画，吃了饭，妈妈回来接上的。', '讲了三个故事，中午睡了一觉。']
	},
	{
		need: 'homework',
		weight: 5,
		asker: 'pupil',
		titles: ['放学后辅导作业', '周末作业没人管', '陪着写作业到家长下班'],
		notes: ['爷爷奶奶看不懂题目。', '坐不住，要有人在旁边。'],
		done: ['作业写完了，错题讲了一遍。', '今天坐了一个小时没动，表扬了。']
	},
	{
		need: 'tutor_maths_science',
		weight: 4,
		asker: 'pupil',
		titles: ['初中数学跟不上', '分数应用题不会', '物理刚开始学，听不懂'],
		notes: ['上次考了五十八分，孩子自己也着急。', '希望讲慢一点。'],
		done: ['讲了一元一次方程，课后题做对了八成。', '把力的那一章画图讲了一遍。']
	},
	{
		need: 'tutor_chinese',
		weight: 2,
		asker: 'pupil',
		titles: ['作文不知道写什么', '拼音没学扎实'],
		notes: ['爱看书，就是下不了笔。'],
		done: ['一起列了提纲，写了三百字。', '声母韵母过了一遍，带了卡片。']
	},
	{
		need: 'tutor_english',
		weight: 3,
		asker: 'pupil',
		titles: ['英语单词记不住', '口语想有人练一练'],
		notes: ['下个月有考试。'],
		done: ['学了一单元的单词，会拼十五个。', '练了二十分钟对话，敢开口了。']
	},
	{
		need: 'ask_about_policy',
		weight: 5,
		asker: 'old',
		titles: ['高龄补贴怎么申请', '医保异地报销怎么办', '想问问低保的条件'],
		notes: ['女儿在外地，住院票据在她那里。', '听邻居说今年有变化。'],
		done: ['讲清了条件和材料，列了一张单子。', '查了今年的标准，可以申请，约了周三去窗口。']
	},
	{
		need: 'ask_about_law',
		weight: 2,
		asker: 'anyone',
		titles: ['租房押金不退', '想问问遗嘱怎么写', '工资拖了两个月'],
		notes: ['合同和聊天记录都留着。'],
		done: ['看了合同，说明了可以走的几条路。', '讲了需要准备的证据，建议先协商。']
	},
	{
		need: 'talk_about_worries',
		weight: 2,
		asker: 'anyone',
		titles: ['想找人谈谈', '最近总睡不好'],
		notes: [],
		done: ['谈了一个小时，约好下次再谈。']
	},
	{
		need: 'settle_a_dispute',
		weight: 1,
		asker: 'anyone',
		titles: ['楼上漏水，谈不拢', '楼道堆东西，说了几次没用'],
		notes: ['都是多年邻居，不想闹僵。'],
		done: ['两家坐下来谈了，修理费各出一半。', '约定周末前清走，双方都签了字。']
	},
	{
		need: 'check_a_suspicious_call',
		weight: 2,
		asker: 'old',
		titles: ['有人打电话说我中奖了', '自称医保局让我转账'],
		notes: ['钱还没转，心里不踏实。'],
		done: ['确认是骗子，号码已经拉黑，也告诉了子女。']
	},
	{
		need: 'find_work',
		weight: 3,
		asker: 'working',
		titles: ['下岗了，想找份活', '想找离家近的工作，能接孩子', '改改简历'],
		notes: ['做过十年纺织，手脚快。', '会用电脑打字。'],
		done: ['帮着改了简历，推荐了两家正在招人的。', '一起看了招聘信息，约了面试。']
	},
	{
		need: 'run_a_small_business',
		weight: 1,
		asker: 'working',
		titles: ['想开个早点摊，怎么办手续', '网上卖自家做的酱菜'],
		notes: ['手里有一点本钱。'],
		done: ['说了办证的步骤和要注意的地方。', '帮着把店铺开起来了，拍了照片。']
	}
];
