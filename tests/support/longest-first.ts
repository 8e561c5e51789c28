import { BaseSequencer, type TestSequencerConstructor, type TestSpecification } from 'vitest/node';

/** Begins with these files; begun last, one of two workers would wait for the other. */
export function longestFirst(...names: string[]): TestSequencerConstructor {
	return class extends BaseSequencer {
		override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
			const rank = ({ moduleId }: TestSpecification) => {
				const at = names.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
				return at < 0 ? names.length : at;
			};
			return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
		}
	};
}
