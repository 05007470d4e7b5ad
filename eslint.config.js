/** ESLint's settings: the recommended rules, and those that keep the sources plain and even. */
import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'consistent-return': 'error',
      'curly': ['error', 'multi-line'],
      'dot-notation': 'error',
      'eqeqeq': 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'AssignmentExpression[left.property.name="innerHTML"]', message: 'Build elements, or set textContent.' },
      ],
      'no-shadow': 'error',
      'no-unused-expressions': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-arrow-callback': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['static/js/**/*.js', 'tests/browser/**/*.js', 'bench/drawing/*.js', 'bench/keeping/*.js', 'bench/loading/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['tests/js/**/*.js', 'tools/**/*.mjs', 'bench/**/*.mjs', '*.js'], languageOptions: { globals: globals.nodeBuiltin } },
  {
    files: ['tests/engines/*.js'],
    languageOptions: { globals: globals.browser, sourceType: 'script' },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['static/js/ui/standstill.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
    rules: { 'no-var': 'off', 'prefer-arrow-callback': 'off' },
  },
  { ignores: ['static/vendor/**', 'static/built/**', '.front_end/**', 'node_modules/**', '.venv/**', 'build/**', 'dist/**'] },
];
