import { createPersonApi } from './api.js';

const LEARNER = 'Amara';
const MANAGER = 'Katherine';
const OVERDUE = 'what’s overdue?';
const FAULT = 'graph.fault';
const GREETING_MS = 4000;

/**
 * The page as the tour moves it.
 * @typedef {object} Stage
 * @property {readonly import('../page-shapes').PersonView[]} people
 * @property {import('../../world/demo').Demo} demo
 * @property {{ set: (change: Partial<import('./view-options.js').ViewOptions>) => void }} view
 * @property {() => void} openSwitches opens the developer's drawer where it leaves room for the chat
 *
 * A stop: `act` does what the button says. The texts after it name what there is to see, and what the button does next.
 * @typedef {object} Stop
 * @property {string} title
 * @property {string} text
 * @property {string} label
 * @property {() => Promise<void>} act
 * @property {string} seen
 * @property {{ label: string, seen: string, act: () => Promise<void> }} [then]
 * @property {() => Promise<void>} [leave]
 */

/** @param {Stage} stage @returns {readonly Stop[]} */
export function createStops({ people, demo, view, openSwitches }) {
  const learner = findPerson(people, LEARNER);
  const manager = findPerson(people, MANAGER);
  const { people: sitters, course } = demo;
  let isBroken = false;

  /** @param {import('../page-shapes').PersonView} person @param {string} question */
  async function ask(person, question) {
    view.set({ side: [], person: person.id, chat: undefined });
    const api = createPersonApi(person.id);
    const [own] = await api.listChats();
    if (own === undefined) throw new Error(`${person.name} has no chat with Coursemate.`);
    await api.open(own.id);
    await waitForGreeting(() => api.getTimeline(own.id));
    await api.send(own.id, question);
  }

  /** @param {boolean} isOn */
  async function setFault(isOn) {
    await createPersonApi(learner.id).setSwitch(FAULT, isOn ? 'serverError' : 'none');
    isBroken = isOn;
  }

  async function share() {
    const chat = await findCommonChat(sitters);
    const [sender = learner.id] = sitters;
    const api = createPersonApi(sender);
    await api.open(chat);
    const { messages } = await api.getTimeline(chat);
    if (!messages.some(({ attachments }) => JSON.stringify(attachments).includes(course))) {
      const found = await api.search(
        chat,
        { commandId: 'myCourses', text: course, skip: 0, count: 5 },
        AbortSignal.timeout(10_000),
      );
      const [hit] = found.kind === 'results' ? found.hits : [];
      if (hit === undefined) throw new Error(`The search found no course called “${course}”.`);
      await api.share(chat, hit.card, 'Worth your time this week.');
    }
    view.set({ side: [...sitters], chat });
  }

  return [
    {
      title: 'Ask',
      text: 'Ask in your own words. The answer comes first, then what to do next.',
      label: `Ask “${OVERDUE}” as ${LEARNER}`,
      act: () => ask(learner, OVERDUE),
      seen: 'The heading answers. Select a course, or ask a question of your own.',
    },
    {
      title: 'Share',
      text: 'Share a course into a chat or channel. Each person who opens it sees their own status, and no one else’s.',
      label: 'See one card as three people',
      act: share,
      seen: 'One card, three people: each sees their own status, in their own language.',
    },
    {
      title: 'Manage',
      text: 'Managers ask how their team stands. Every view is logged, and people can ask who looked.',
      label: `Ask “my team” as ${MANAGER}`,
      act: () => ask(manager, 'my team'),
      seen: `Select a person. Then switch to them and ask “who looked at my courses?”`,
    },
    {
      title: 'Break things',
      text: 'Switch faults of Microsoft Graph, Entra and Teams on, and read what people would read.',
      label: 'Break Microsoft Graph and ask again',
      async act() {
        await setFault(true);
        await ask(learner, 'refresh my courses');
        openSwitches();
      },
      seen: 'Graph answers 500 to every request, and Coursemate says what happened and what to do.',
      then: {
        label: 'Repair it and ask again',
        seen: 'Everything works again. The wire log has every message of it.',
        async act() {
          await setFault(false);
          await ask(learner, OVERDUE);
        },
      },
      leave: async () => {
        if (isBroken) await setFault(false);
      },
    },
  ];
}

/**
 * The bot greets in its own time; a question before that would stand above the greeting.
 * @param {() => Promise<import('./api.js').ChatTimeline>} read
 */
async function waitForGreeting(read) {
  for (const end = Date.now() + GREETING_MS; Date.now() < end;) {
    if ((await read()).messages.some(({ author }) => author.isBot)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param {readonly import('../page-shapes').PersonView[]} people @param {string} name the start of it */
function findPerson(people, name) {
  const found = people.find((person) => person.name.startsWith(name)) ?? people[0];
  if (found === undefined) throw new Error('The local world has no people.');
  return found;
}

/** The first group chat or channel that all of the people are in. @param {readonly string[]} ids */
async function findCommonChat(ids) {
  const [first = [], ...others] = await Promise.all(ids.map((id) => createPersonApi(id).listChats()));
  const common = first.filter((chat) => others.every((list) => list.some(({ id }) => id === chat.id)));
  const found = common.find(({ type }) => type === 'channel') ?? common[0];
  if (found === undefined) throw new Error('These people have no conversation in common.');
  return found.id;
}
