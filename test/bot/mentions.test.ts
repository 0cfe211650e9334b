import { TurnContext, type Activity, type BotAdapter } from 'botbuilder';
import { identifyPerson, readMessage } from '../../src/bot/activity/mentions';
import type { Question } from '../../src/domain/question';

const bot = { id: '28:00000000-0000-4000-8000-0000000000b0', name: 'Coursemate' };
const ofBot = { type: 'mention', text: '<at>Coursemate</at>', mentioned: bot };

function mention(name: string, id: string, text: unknown = `<at>${name}</at>`): object {
  return { type: 'mention', text, mentioned: { id, name } };
}

function aMessage(text: string, entities: unknown = [], recipient: object = bot): Partial<Activity> {
  return { type: 'message', text, recipient, entities } as Partial<Activity>;
}

describe('readMessage', () => {
  it.each<[string, string, unknown]>([
    ['mentioned', '<at>Coursemate</at> my courses', [ofBot]],
    [
      'mentioned in parts',
      '<at>Course</at> <at>mate</at> my courses',
      [
        { ...ofBot, text: '<at>Course</at>' },
        { ...ofBot, text: '<at>mate</at>' },
      ],
    ],
    ['mentioned without a text', '<at>Coursemate</at> my courses', [{ ...ofBot, text: null }]],
    ['mentioned in lowercase', '<at>coursemate</at> my courses', [ofBot]],
    [
      'mentioned with its id in uppercase',
      '<at>Mate</at> my courses',
      [mention('Mate', bot.id.toUpperCase())],
    ],
    ['in markup without an entity', '<at>Coursemate</at> my courses', undefined],
    ['in markup with attributes', '<at id="0">Coursemate</at> my courses', null],
    ['after an @', '@coursemate my courses', {}],
    ['mentioned without markup', 'Learn my courses', [mention('Learn', bot.id, 'Learn')]],
    [
      'among invalid entities',
      'my courses',
      [null, 7, {}, { type: 'mention' }, { type: 'mention', mentioned: {} }],
    ],
  ])('removes the bot’s own name: %s', (_, text, entities) => {
    const { phrase, people } = readMessage(aMessage(text, entities));

    expect(phrase.trim()).toBe('my courses');
    expect(people).toEqual([]);
  });

  it('removes the bot’s name when its owner has renamed it', () => {
    const named = { id: bot.id, name: 'Learning Buddy' };

    for (const text of ['@Learning Buddy my courses', '<at>learning buddy</at> my courses']) {
      expect(readMessage(aMessage(text, [], named)).phrase.trim()).toBe('my courses');
    }
    expect(readMessage(aMessage('@learning buddys', [], named)).phrase).toBe('@learning buddys');
  });

  it('returns people in reading order, whatever the order of the entities', () => {
    const entities = [ofBot, mention('Ben', '29:ben'), mention('Grace Law', '29:grace')];

    expect(
      readMessage(aMessage('<at>Coursemate</at> <at>Grace Law</at>, not <at>Ben</at>', entities)),
    ).toEqual({
      phrase: '  <at>Grace Law</at>, not <at>Ben</at>',
      people: [
        { name: 'grace law', teamsId: '29:grace' },
        { name: 'ben', teamsId: '29:ben' },
      ],
    });
  });

  it('tells two people with the same name apart', () => {
    const entities = [mention('Ben', '29:first'), mention('Ben', '29:second')];

    expect(
      readMessage(aMessage('<at>Ben</at> <at>Ben</at>', entities)).people.map(({ teamsId }) => teamsId),
    ).toEqual(['29:first', '29:second']);
  });

  it('returns no id for a name that is only typed like a mention', () => {
    expect(readMessage(aMessage('status of <at>Ben</at>', [])).people).toEqual([
      { name: 'ben', teamsId: undefined },
    ]);
  });

  it('keeps the mention of a person who has the bot’s name', () => {
    const { people } = readMessage(
      aMessage('status of <at>Coursemate</at>', [mention('Coursemate', '29:ben')]),
    );

    expect(people).toEqual([{ name: 'coursemate', teamsId: '29:ben' }]);
  });

  it('bounds the text and the entities that it reads', () => {
    const many = Array.from({ length: 2_000 }, () => ({ ...ofBot, text: ' ' }));
    const { phrase } = readMessage(aMessage('a b '.repeat(30_000), [...many, ofBot]));

    expect(phrase).toHaveLength(4_000);
  });

  it.each([undefined, null, 7, {}])('reads the text %p as empty', (text) => {
    expect(readMessage({ ...aMessage(''), text } as Partial<Activity>).phrase).toBe('');
  });
});

describe('identifyPerson', () => {
  const filter = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
  const asked: Question = { intent: 'teammateStatus', person: 'grace law', filter };
  const people = [
    { name: 'ben', teamsId: '29:ben' },
    { name: 'grace law', teamsId: '29:grace' },
  ];
  const id = '00000000-0000-4000-8000-00000000000A';

  /** A turn whose connector returns this member for every id and reports the ids. */
  function aTurn(member: object | Error, noteAsked?: (memberId: string) => void): TurnContext {
    const adapter = { ConnectorClientKey: Symbol('connector') } as unknown as BotAdapter;
    const context = new TurnContext(adapter, {
      ...aMessage(''),
      conversation: { id: 'a:1' },
    } as Partial<Activity>);
    context.turnState.set(context.adapter.ConnectorClientKey, {
      conversations: {
        getConversationMember: (_: string, memberId: string) => {
          noteAsked?.(memberId);
          return member instanceof Error ? Promise.reject(member) : Promise.resolve(member);
        },
      },
    });
    return context;
  }

  it.each([
    ['aadObjectId', { aadObjectId: id }],
    ['objectId', { objectId: id }],
    ['objectId beside an empty aadObjectId', { aadObjectId: '', objectId: id }],
  ])('takes the object id that the connector calls %s', async (_, member) => {
    expect(await identifyPerson(aTurn(member), asked, people)).toEqual({
      ...asked,
      mentioned: { kind: 'member', userId: id.toLowerCase() },
    });
  });

  it('asks the connector for the person in the question', async () => {
    const memberIds: string[] = [];

    await identifyPerson(
      aTurn({ aadObjectId: id }, (memberId) => memberIds.push(memberId)),
      asked,
      people,
    );

    expect(memberIds).toEqual(['29:grace']);
  });

  it.each([
    ['has no object id', { name: 'Grace Law' }],
    ['is not in the conversation', new Error('404')],
  ])('returns an unknown person who %s', async (_, member) => {
    expect(await identifyPerson(aTurn(member), asked, people)).toEqual({
      ...asked,
      mentioned: { kind: 'unknown' },
    });
  });

  it.each<[string, Question]>([
    ['a name that was only typed', { ...asked, person: 'kofi' }],
    ['a question about no one', { intent: 'help' }],
  ])('does not change %s', async (_, question) => {
    expect(await identifyPerson(aTurn({ aadObjectId: id }), question, people)).toEqual(question);
  });
});
