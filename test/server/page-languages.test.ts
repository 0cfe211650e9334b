import { decodeHTML } from 'entities';
import en from '../../locales/en.json';
import { textsFor, type TextKey, type Texts } from '../../src/i18n/catalog';
import { createAboutPages } from '../../src/server/about-pages';
import { createCoursePage } from '../../src/server/course-page';
import { createServer, type BotServer } from '../../src/server/create-server';
import { createSignInPages } from '../../src/server/sign-in-pages';
import { createRecordingLog } from './recording-log';

let server: BotServer;
let origin: string;

beforeAll(async () => {
  const log = createRecordingLog();
  const signInPages = createSignInPages({
    publicOrigin: 'https://bot.example.com',
    authorityHost: 'https://login.example.com',
    clientId: '00000000-0000-4000-8000-000000000002',
    scopes: [],
    allowedTenantIds: ['00000000-0000-4000-8000-0000000000aa'],
    hostOrigins: [],
    findClaims: () => undefined,
    log,
  });
  const course = { title: 'Fire safety', sourceName: 'Contoso', webUrl: 'https://learn.example.com/1' };
  const pages = [
    ...signInPages,
    createCoursePage({ botId: 'bot', readDetails: () => course }),
    ...createAboutPages({ contact: 'mailto:help@example.com' }),
  ];
  const receive = () => Promise.resolve({ status: 401 });
  server = createServer({ port: 0, receive, readiness: () => [], details: () => ({}), pages, log });
  origin = `http://127.0.0.1:${await server.listen()}`;
});
afterAll(() => server.stop());

async function open(path: string, acceptLanguage: string): Promise<{ response: Response; html: string }> {
  const response = await fetch(`${origin}${path}`, { headers: { 'accept-language': acceptLanguage } });
  return { response, html: decodeHTML(await response.text()) };
}

/** The sentence of each outcome of a sign-in, by its name. */
function outcomesIn(t: Texts['t']): Readonly<Record<string, string>> {
  const prefix = 'pages.signIn.outcomes.';
  const keys = (Object.keys(en) as readonly TextKey[]).filter((key) => key.startsWith(prefix));
  return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), t(key)]));
}

describe('the pages of the bot', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'ltr'],
    ['nl,fr-CA;q=0.7,en;q=0.5', 'fr', 'ltr'],
    ['es-419', 'es', 'ltr'],
    ['ja', 'ja', 'ltr'],
    ['ar-SA,en;q=0.1', 'ar', 'rtl'],
    ['nl-NL', 'en', 'ltr'],
    ['en-GB,de;q=0.9', 'en', 'ltr'],
    ['*', 'en', 'ltr'],
    [';;q=,,==', 'en', 'ltr'],
  ])('answer a browser that asks for %s in %s, %s', async (acceptLanguage, lang, dir) => {
    const { t } = textsFor(lang);

    const course = await open('/c/provider/content', acceptLanguage);
    const end = await open('/auth/end', acceptLanguage);
    const privacy = await open('/privacy', acceptLanguage);

    for (const { html, response } of [course, end, privacy]) {
      expect(html).toContain(`<html lang="${lang}" dir="${dir}">`);
      expect(response.headers.get('content-language')).toBe(lang);
      expect(response.headers.get('vary')).toBe('accept-language');
    }
    expect(course.html).toContain(t('pages.course.sentence'));
    expect(course.html).toContain(t('pages.course.openProvider', { provider: 'Contoso' }));
    expect(privacy.html).toContain(t('about.contact.heading'));
    expect(privacy.html).toContain(t('about.privacy.security.heading'));
    expect(privacy.html).toContain(t('about.privacy.sentence'));
    expect(end.html).toContain(t('pages.signIn.ending'));
    expect(end.html).toContain(JSON.stringify(outcomesIn(t)));
  });
});
