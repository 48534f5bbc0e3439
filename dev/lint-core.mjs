// The rule of core/ that oxlint has no setting for: it has no-restricted-properties for Date.now, nothing for new Date().
const message = 'Take the time as an argument';

export default {
  meta: { name: 'core' },
  rules: {
    'no-current-date': {
      create: (context) => ({
        'NewExpression[callee.name="Date"][arguments.length=0]'(node) {
          context.report({ node, message });
        },
        'CallExpression[callee.name="Date"]'(node) {
          context.report({ node, message });
        },
      }),
    },
  },
};
