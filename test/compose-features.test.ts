import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJsonLinesAuditLog } from '../src/audit/json-lines-audit-log';
import { createCredentials } from '../src/auth/credentials';
import { createDispatcher } from '../src/bot/dispatch';
import { searchCommands } from '../src/bot/routes';
import { actions } from '../src/cards/actions';
import { createRoutes } from '../src/compose-features';
import { parseConfig } from '../src/config/config';
import { questionSchema } from '../src/domain/question';
import { createCourseLinks } from '../src/features/share-course/course-links';
import { createAccessModes } from '../src/graph/teammates/access-modes';
import { createRecordingLog } from './server/recording-log';

const intents = questionSchema.options.map(({ shape }) => shape.intent.value);

const config = parseConfig({
  BOT_ID: '00000000-0000-4000-8000-0000000000b0',
  BOT_TENANT_ID: '00000000-0000-4000-8000-0000000000ff',
  BOT_DOMAIN: 'bot.example.com',
  SECRET_AAD_APP_CLIENT_SECRET: 'sesame',
});
const log = createRecordingLog();
const dispatcher = createDispatcher(
  createRoutes({
    config,
    audit: createJsonLinesAuditLog({ path: join(tmpdir(), 'coursemate-unused'), days: 1 }),
    signIn: { forget: () => undefined },
    credentials: createCredentials(config.signIn),
    modes: createAccessModes({ access: config.teammateAccess, log }),
    links: createCourseLinks({ publicOrigin: 'https://bot.example.com', key: Buffer.alloc(32, 1) }),
    publicOrigin: 'https://bot.example.com',
    contactUrl: undefined,
    log,
  }),
);

describe('the routes of all features', () => {
  it.each(intents)('answer the question %s', (intent) => {
    expect(dispatcher.find('question', intent)).toBeDefined();
  });

  // The bot itself asks a question again.
  it.each(Object.keys(actions).filter((verb) => verb !== 'question/ask'))(
    'answer the card action %s',
    (verb) => {
      expect(dispatcher.find('cardAction', verb)).toBeDefined();
    },
  );

  it.each(searchCommands)('answer the search %s', (command) => {
    expect(dispatcher.find('search', command)).toBeDefined();
  });

  it('answer links, greetings and accepted files, and know titles and people', () => {
    const names = [
      dispatcher.get('link', ''),
      dispatcher.get('greeting', ''),
      dispatcher.get('acceptedFile', 'team/export'),
      dispatcher.get('knownNames', 'titles'),
      dispatcher.get('knownNames', 'people'),
    ].map(({ kind }) => kind);

    expect(names).toEqual(['link', 'greeting', 'acceptedFile', 'knownNames', 'knownNames']);
  });

  it('answer every question after a sign-in, except the one that signs out', () => {
    const resumable = intents.filter((intent) => dispatcher.get('question', intent).isReadOnly);

    expect(resumable).toEqual(intents.filter((intent) => intent !== 'signOut'));
  });
});
