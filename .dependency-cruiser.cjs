/** The table of docs/architecture.md as rules. Between folders only through `folder/index.ts`. */
const folders = ['cases', 'knowledge', 'cards', 'dialogs', 'register', 'bot', 'web'];
const mayImport = {
  cases: [],
  knowledge: [],
  cards: ['cases', 'knowledge'],
  dialogs: ['cases', 'cards', 'knowledge'],
  register: ['cases'],
  bot: ['cases', 'cards', 'dialogs', 'knowledge', 'register'],
  web: [],
};
const packages = {
  cases: [],
  knowledge: ['zod'],
  cards: ['zod'],
  dialogs: ['zod'],
  register: ['zod', 'lowdb', 'pg', 'kysely', 'proper-lockfile'],
  web: ['adaptivecards', '@microsoft/teams-js', 'esbuild'],
};

const folderRules = folders.flatMap((folder) => {
  const others = folders.filter((other) => other !== folder && !mayImport[folder].includes(other));
  const rules = [
    {
      name: `${folder}-imports-only-its-row`,
      severity: 'error',
      comment: `${folder}/ may import ${mayImport[folder].join(', ') || 'no other folder'} (docs/architecture.md)`,
      from: { path: `^${folder}/` },
      to: { path: `^(${[...others, 'test', 'bench'].join('|')})/` },
    },
    {
      name: `${folder}-front-door`,
      severity: 'error',
      comment: `Other folders enter ${folder}/ through ${folder}/index.ts`,
      from: { pathNot: `^(${folder}|test|bench)/` },
      to: { path: `^${folder}/`, pathNot: [`^${folder}/index\\.ts$`] },
    },
  ];
  const allowed = packages[folder];
  if (allowed) {
    rules.push({
      name: `${folder}-packages`,
      severity: 'error',
      comment: `${folder}/ may use ${allowed.join(', ') || 'no package'}`,
      from: { path: `^${folder}/` },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: allowed.map((name) => `node_modules/${name}/`),
      },
    });
  }
  return rules;
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    ...folderRules,
    {
      name: 'rules-import-only-the-model',
      severity: 'error',
      from: { path: '^cases/rules/' },
      to: { pathNot: ['^cases/rules/', '^cases/model\\.ts$'] },
    },
    {
      name: 'no-node-in-the-core',
      severity: 'error',
      comment: 'cases, cards and dialogs are plain data; knowledge reads files in its loader only',
      from: { path: '^(cases|cards|dialogs|knowledge)/', pathNot: '^knowledge/load' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'bot-framework-in-one-folder',
      severity: 'error',
      comment: 'docs/decisions/botbuilder-in-one-folder.md',
      from: { pathNot: '^(bot|test|bench)/' },
      to: { path: 'node_modules/(botbuilder|botframework-|restify)' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
