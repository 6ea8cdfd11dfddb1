import tseslint from 'typescript-eslint';

const noConsole = { 'no-console': 'error' };

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...noConsole,
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CatchClause[body.body.length=0]",
          message: 'An empty catch hides a fault: handle it or let it pass.',
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'process.env is read in bot/main.ts and in commands only.',
        },
      ],
    },
  },
  {
    files: ['cases/**', 'cards/**', 'dialogs/**', 'knowledge/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'Buffer'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is injected.' },
        { object: 'Math', property: 'random', message: 'Randomness is injected.' },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**', 'bot/main.ts', 'bot/commands/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
