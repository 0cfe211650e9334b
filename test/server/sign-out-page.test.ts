import { textsFor } from '../../src/i18n/catalog';
import { createSignOutPages } from '../../src/server/sign-out-page';

async function open(path: string, query: Readonly<Record<string, string>> = {}, locale = 'en') {
  const page = createSignOutPages(['http://localhost:3979']).find((each) => each.path === path);
  if (page === undefined) throw new Error(`No page ${path}`);
  const texts = textsFor(locale);
  const answer = await page.render({ query: new URLSearchParams(query), parameters: {}, texts });
  return { ...answer, body: String(answer.body) };
}

describe('the page that signs out', () => {
  it('says what signing out does, and gives its scripts the state', async () => {
    const { status, body } = await open('/auth/sign-out', { state: 'a.1."b"' });

    expect(status).toBe(200);
    expect(body).toContain('Coursemate will forget your sign-in and your courses.');
    expect(body).toContain('<button type="button" disabled>Sign out</button>');
    expect(body).toContain('data-state="a.1.&quot;b&quot;"');
    expect(body).toContain('data-host-origins="[&quot;http://localhost:3979&quot;]"');
    expect(body).toMatch(/MicrosoftTeams\.min\.js.*\n.*\/auth\/sign-out\.js/);
  });

  it.each<Readonly<Record<string, string>>>([{}, { state: '' }, { state: 'x'.repeat(4_097) }])(
    'has no button for %j',
    async (query) => {
      const { status, body } = await open('/auth/sign-out', query);

      expect(status).toBe(400);
      expect(body).toContain('To sign out, open the settings of Coursemate');
      expect(body).not.toMatch(/<button|<script/);
    },
  );

  it('speaks the reader’s language', async () => {
    expect((await open('/auth/sign-out', { state: 'x' }, 'ar')).body).toMatch(/dir="rtl"[^]*تسجيل الخروج/);
  });

  it('has a script that acts when the button is selected only', async () => {
    const { body, headers } = await open('/auth/sign-out.js');

    expect(headers['content-type']).toMatch(/javascript/);
    expect(body).toMatch(/addEventListener\('click'[^]*notifySuccess/);
  });
});
