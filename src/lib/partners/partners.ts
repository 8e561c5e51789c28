/** 驻区单位, 共建单位, 牵头单位 (seed 004): located here, assigned to help here, leading the others. */
export const partnerKinds = ['located', 'assigned', 'leading'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** How an agreement stands: not begun, running, near its last day, past it, or ended by the staff. */
export type AgreementState = 'ahead' | 'running' | 'ending' | 'overdue' | 'ended';
