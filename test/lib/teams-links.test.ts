import { toChatUrl, toMeetingUrl } from '../../src/lib/teams-links';

it('opens a chat with a draft, with spaces that Teams reads', () => {
  const url = toChatUrl(['a@x.example', 'b@x.example'], 'Hi & welcome', 'Fire safety');

  expect(url).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=a%40x.example%2Cb%40x.example&topicName=Fire%20safety&message=Hi%20%26%20welcome',
  );
});

it('opens a new meeting of the given length', () => {
  const start = new Date('2026-11-30T14:00:00Z');
  const url = new URL(
    toMeetingUrl({ subject: 'Fire safety', start, minutes: 45, content: 'https://x.example' }),
  );

  expect(Object.fromEntries(url.searchParams)).toEqual({
    subject: 'Fire safety',
    startTime: '2026-11-30T14:00:00.000Z',
    endTime: '2026-11-30T14:45:00.000Z',
    content: 'https://x.example',
  });
});
