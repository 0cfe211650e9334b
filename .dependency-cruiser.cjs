/** The module boundaries of docs/architecture.md: which module may import which. */
const moduleDir = (name) => `^src/${name}/`;

/** A module of `src` imports itself, the modules in `allowed`, and nothing else of `src`. */
function only(name, allowed, comment) {
  return {
    name: `${name}-imports`,
    comment,
    severity: 'error',
    from: { path: moduleDir(name) },
    to: { path: '^src/', pathNot: [moduleDir(name), ...allowed.map((to) => `^src/${to}`)] },
  };
}

/** Libraries that only some modules of `src` import. */
function library(name, modules, libraries, comment) {
  return {
    name: `${name}-library`,
    comment,
    severity: 'error',
    from: { path: '^src/', pathNot: modules.map(moduleDir) },
    to: { path: libraries.map((library) => `node_modules/${library}`) },
  };
}

module.exports = {
  forbidden: [
    only('lib', [], 'Small helpers know nothing of Coursemate.'),
    only('domain', ['lib/'], 'The rules are pure: no service, no wire format, no text.'),
    only('search', ['lib/'], 'The index knows terms and texts, not courses.'),
    only('courses', ['domain/', 'lib/', 'search/'], 'Services read through the ports of the domain.'),
    only('phrases', ['domain/', 'lib/'], 'What a phrase means needs no service.'),
    only('i18n', ['domain/'], 'Texts, dates and numbers say what the domain knows.'),
    only('logging', [], 'Everybody may log, so logging imports nobody.'),
    only('network', [], 'The proxy rule serves every client, so it imports nobody.'),
    only('config', [], 'Configuration is parsed before anything else exists.'),
    only('graph', ['domain/', 'lib/', 'config/', 'logging/'], 'Graph implements ports of the domain.'),
    only('auth', ['domain/', 'lib/', 'config/', 'logging/', 'network/'], 'Tokens know no feature.'),
    only('audit', ['domain/', 'lib/', 'logging/'], 'The audit log implements a port of the domain.'),
    only('telemetry', ['config/', 'logging/', 'network/'], 'Telemetry exports what logging collects.'),
    only('cards', ['domain/', 'lib/', 'logging/', 'i18n/'], 'Cards show domain values in words.'),
    only('server', ['lib/', 'logging/', 'network/', 'i18n/'], 'HTTP in and out: no feature, no Graph.'),
    only(
      'bot',
      [
        'domain/',
        'lib/',
        'phrases/',
        'i18n/',
        'cards/',
        'logging/',
        'graph/errors\\.ts$',
        'auth/errors\\.ts$',
        'audit/errors\\.ts$',
      ],
      'Of graph, auth and audit the bot knows only how they fail.',
    ),
    only(
      'features',
      ['domain/', 'lib/', 'config/', 'courses/', 'search/', 'cards/', 'i18n/', 'bot/routes\\.ts$'],
      'Everything else is passed in as a port.',
    ),
    {
      name: 'features-apart',
      comment: 'A feature never imports another feature.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'composition-root',
      comment: 'Only index imports compose; no module imports index.',
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
      comment: 'Production code imports no test, tool, benchmark or local world.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|sandbox|bench|tools)/' },
    },
    {
      name: 'sandbox-apart',
      comment: 'The local world meets the bot on the wire only.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|test|bench|tools)/' },
    },
    {
      name: 'package-imports',
      comment: 'Of the bot, the app package knows what its manifest must agree with.',
      severity: 'error',
      from: { path: '^tools/package/' },
      to: {
        path: '^(src|test|sandbox|bench)/',
        pathNot: ['^src/(config|phrases)/', '^src/bot/routes\\.ts$', '^src/server/about-pages\\.ts$'],
      },
    },
    {
      name: 'staging-apart',
      comment: 'What packs and provisions the bot runs before anything is built or installed.',
      severity: 'error',
      from: { path: '^tools/(stage|trust|trust-identity|licences|permissive)\\.ts$' },
      to: { path: '^(src|sandbox|test|bench)/' },
    },
    {
      name: 'doctor-imports',
      comment: 'The doctor asks with the means of the bot, and knows the local world from the wire only.',
      severity: 'error',
      from: { path: '^tools/doctor/' },
      to: {
        path: '^(src|sandbox|test|bench|tools)/',
        pathNot: [
          '^tools/(doctor|package)/',
          '^src/(config|auth|graph|lib|logging|domain|network)/',
          '^src/server/(channel-keys|sign-in-pages)\\.ts$',
        ],
      },
    },
    library(
      'bot-sdk',
      ['server', 'bot'],
      ['botbuilder', 'botframework-', '@microsoft/teams-ai'],
      'Both bot SDKs are out of support: two modules to rewrite when we leave them.',
    ),
    library('restify', ['server'], ['restify'], 'Only the server knows its framework.'),
    library('azure', ['auth'], ['@azure/(?!monitor-opentelemetry)'], 'Only auth gets tokens.'),
    library(
      'telemetry-api',
      ['logging', 'telemetry'],
      ['@opentelemetry/api'],
      'Spans and measures are made in one place.',
    ),
    library(
      'telemetry-sdk',
      ['telemetry'],
      ['@opentelemetry/(?!api/)', '@azure/monitor-opentelemetry'],
      'The SDK is loaded only where it is configured.',
    ),
    library(
      'proxy',
      ['network'],
      ['undici', 'https-proxy-agent', 'proxy-from-env'],
      'One rule decides which calls go through a proxy.',
    ),
    library(
      'messages',
      ['i18n'],
      ['intl-messageformat', '@formatjs/'],
      'Messages are rendered in one place.',
    ),
    library(
      'templating',
      ['cards'],
      ['adaptivecards-templating', 'adaptive-expressions'],
      'Templates are filled in one place.',
    ),
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/index\\.ts$', '^src/server/pages/'] },
      to: {},
    },
    {
      name: 'no-dev-libraries',
      comment: 'Production installs no development dependency.',
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
