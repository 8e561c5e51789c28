const chinese = /\p{Script=Han}/u;

/**
 * What a person reads stands in messages/<locale>/, so that both languages have it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noWordsInCode = {
	meta: {
		type: 'problem',
		docs: { description: 'no Chinese words in code' },
		messages: { words: 'Words that people read belong to messages/<locale>/<room>.json' },
		schema: []
	},
	create(context) {
		/** @param {{ text: string, node: any }} found */
		const check = ({ text, node }) => {
			if (chinese.test(text)) context.report({ node, messageId: 'words' });
		};
		return {
			Literal: (node) => check({ text: typeof node.value === 'string' ? node.value : '', node }),
			TemplateElement: (node) => check({ text: node.value.raw, node }),
			/** @param {{ value: string }} node */
			SvelteText: (node) => check({ text: node.value, node }),
			/** @param {{ value: string }} node */
			SvelteLiteral: (node) => check({ text: node.value, node })
		};
	}
};
