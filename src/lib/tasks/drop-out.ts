/** Reasons for giving a promise back, one tap each; none is held against anyone. */
export const dropOutReasons = ['ill', 'busy', 'family', 'weather', 'other'] as const;
export type DropOutReason = (typeof dropOutReasons)[number];
