/** Which states may follow which. */
export type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

/** True where `to` may follow `from`. */
export function mayBecome<S extends string>(transitions: Transitions<S>, from: S, to: S): boolean {
	return transitions[from].includes(to);
}

/** The states from which `to` can be reached in one step: what a conditional update names in its WHERE. */
export function statesBefore<S extends string>(transitions: Transitions<S>, to: S): S[] {
	return (Object.keys(transitions) as S[]).filter((from) => transitions[from].includes(to));
}
