/** 文体队伍, 读书俱乐部, 志愿服务队, 市民学校 classes (seeds 002, 003). */
export const groupKinds = ['arts', 'sports', 'reading', 'volunteers', 'class', 'other'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** 六联六建 (seed 004): learning, peace, cleanliness, service, culture, prosperity. */
export const themes = ['learning', 'peace', 'cleanliness', 'service', 'culture', 'prosperity'] as const;
export type Theme = (typeof themes)[number];

/** At once, after a leader has agreed, or only when asked by one. */
export const joinModes = ['open', 'approval', 'invitation'] as const;
export type JoinMode = (typeof joinModes)[number];

/** From the wish to join to the end. `asked` by the person, `invited` by a leader; the last four are ends. */
export const memberStates = [
	'asked',
	'invited',
	'member',
	'declined',
	'withdrawn',
	'left',
	'removed'
] as const;
export type MemberState = (typeof memberStates)[number];

/** What a member answers for. The treasurer keeps things, no money (seed 004: the app never collects any). */
export const groupRoles = ['leader', 'deputy', 'room_keeper', 'treasurer'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** From the hand of its author to the page of the group; a reported one is held again. */
export const storyStates = ['held', 'shown', 'refused'] as const;
export type StoryState = (typeof storyStates)[number];

/** Why somebody finds a story wrong. */
export const reportReasons = ['not_asked', 'rude', 'untrue', 'advertising', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Why a wish was refused. */
export const refusalReasons = ['level', 'time', 'talk_first', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a member was taken off the list. */
export const removalReasons = ['stays_away', 'moved', 'asked_to', 'rules', 'other'] as const;
export type RemovalReason = (typeof removalReasons)[number];
