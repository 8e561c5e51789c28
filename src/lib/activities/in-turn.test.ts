import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

type Submit = ReturnType<typeof inTurn>;
type Press = Parameters<Submit>[0];
type Answer = Parameters<Exclude<Awaited<ReturnType<Submit>>, void>>[0];

it('quick presses go off one after the other, each as an attempt of its own on what the page shows then', async () => {
	let shown = 0;
	const sent: string[] = [];
	const formElement = {
		elements: { namedItem: (name: string) => ({ value: `${name} ${shown}` }) }
	} as unknown as HTMLFormElement;
	const submit = inTurn(({ formData }) => {
		sent.push([formData.get('day'), formData.get('key'), formData.get('version')].join(', '));
		return async () => {
			await Promise.resolve();
			shown++;
			if (shown === 2) throw new Error('no network');
		};
	});
	const press = async (day: string) => {
		const formData = new FormData();
		for (const [name, value] of Object.entries({ day, key: 'key 0', version: 'version 0' }))
			formData.set(name, value);
		const answer = await submit({ formData, formElement } as Press);
		await answer?.({} as Answer);
	};
	await Promise.allSettled(['5', '12', '19'].map(press));
	expect(sent).toEqual(['5, key 0, version 0', '12, key 1, version 1', '19, key 2, version 2']);
});
