/** The room rules of docs/architecture.md: who may import whom. */
const room = (name) => `^src/${name}/`;

function only(name, allowed, comment) {
  return {
    name: `${name}-imports`,
    comment,
    severity: 'error',
    from: { path: room(name) },
    to: { path: '^src/', pathNot: [room(name), ...allowed.map((to) => `^src/${to}`)] },
  };
}

function library(name, rooms, libraries) {
  return {
    name: `${name}-library`,
    severity: 'error',
    from: { path: '^src/', pathNot: rooms.map(room) },
    to: { path: libraries.map((library) => `node_modules/${library}`) },
  };
}

module.exports = {
  forbidden: [
    only('domain', [], 'The domain is pure.'),
    only('phrases', ['domain/']),
    only('text', ['domain/']),
    only('i18n', ['domain/'], 'Texts, dates and numbers know the rules that they tell of, and nothing else.'),
    only('logging', []),
    only('network', []),
    only('config', []),
    only('graph', ['domain/', 'config/', 'logging/']),
    only('auth', ['domain/', 'config/', 'logging/', 'network/']),
    only('audit', ['domain/', 'logging/']),
    only('state', ['domain/']),
    only('telemetry', ['config/', 'logging/', 'network/']),
    only('views', ['domain/', 'cards/', 'text/']),
    only('cards', ['domain/', 'config/', 'logging/']),
    only('server', ['domain/', 'config/', 'logging/', 'network/', 'text/']),
    only(
      'bot',
      [
        'domain/',
        'phrases/',
        'text/',
        'cards/',
        'config/',
        'logging/',
        'graph/errors\\.ts$',
        'auth/errors\\.ts$',
        'audit/errors\\.ts$',
      ],
      'Of graph, auth and audit the bot knows only how they fail.',
    ),
    only(
      'features',
      ['domain/', 'cards/', 'views/', 'text/', 'config/', 'bot/routes\\.ts$'],
      'Everything else is handed in as a port.',
    ),
    {
      name: 'features-apart',
      comment: 'One feature is one room.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'composition-root',
      comment: 'Only index imports compose; nobody imports index.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(index|compose)\\.ts$' },
      to: { path: '^src/(compose|compose-features|index)\\.ts$' },
    },
    {
      name: 'telemetry-lazily',
      comment: 'The SDK costs time and memory: only telemetry.ts is loaded while telemetry is off.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/telemetry/' },
      to: { path: '^src/telemetry/', pathNot: '^src/telemetry/telemetry\\.ts$' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|sandbox|bench|appPackage|infra|tools)/' },
    },
    {
      name: 'sandbox-apart',
      comment: 'The local world meets the bot on the wire only.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|test|bench|appPackage)/' },
    },
    {
      name: 'app-package-imports',
      comment: 'Of the bot, the app package knows what its manifest must agree with.',
      severity: 'error',
      from: { path: '^appPackage/' },
      to: {
        path: '^(src|test|sandbox|bench)/',
        pathNot: ['^src/(config|phrases)/', '^src/bot/routes\\.ts$', '^src/server/about-pages\\.ts$'],
      },
    },
    {
      name: 'infra-apart',
      comment: 'What provisions and packs the bot needs none of its code.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/doctor/' },
      to: { path: '^(src|sandbox|test|bench|appPackage)/' },
    },
    {
      name: 'doctor-imports',
      comment: 'The doctor asks with the means of the bot, and knows the local world from the wire only.',
      severity: 'error',
      from: { path: '^infra/doctor/' },
      to: {
        path: '^(src|sandbox|test|bench|appPackage|infra)/',
        pathNot: [
          '^infra/doctor/',
          '^src/(config|auth|graph|logging|domain|network)/',
          '^src/server/(channel-keys|sign-in-pages)\\.ts$',
          '^appPackage/tools/',
        ],
      },
    },
    library('bot-sdk', ['server', 'bot'], ['botbuilder', 'botframework-', '@microsoft/teams-ai']),
    library('restify', ['server'], ['restify']),
    library('azure', ['auth'], ['@azure/(?!monitor-opentelemetry)']),
    library('telemetry-api', ['logging', 'telemetry'], ['@opentelemetry/api']),
    library('telemetry-sdk', ['telemetry'], ['@opentelemetry/(?!api/)', '@azure/monitor-opentelemetry']),
    library('proxy', ['network'], ['undici', 'https-proxy-agent', 'proxy-from-env']),
    library('messages', ['i18n'], ['intl-messageformat', '@formatjs/']),
    library('templating', ['cards'], ['adaptivecards-templating', 'adaptive-expressions']),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/index\\.ts$', '^src/server/pages/'] },
      to: {},
    },
    {
      name: 'no-dev-libraries',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/' },
  },
};
