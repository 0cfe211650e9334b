/**
 * Opens Viva Learning in Teams. No address of a single course is documented
 * (docs/reference/teams-platform.md#links-to-viva-learning).
 */
export const VIVA_LEARNING_URL =
  'https://teams.microsoft.com/l/entity/2e3a628d-6f54-4100-9e7a-f00bc3621a85/2e3a628d-6f54-4100-9e7a-f00bc3621a85';

/** The most people in a group chat that a link opens. */
export const MOST_IN_CHAT = 8;

/** A chat with people (their user principal names) and a draft; `topic` names a group chat. */
export function toChatUrl(users: readonly string[], draft: string, topic?: string): string {
  const parameters = {
    users: users.join(','),
    ...(topic !== undefined && { topicName: topic }),
    message: draft,
  };
  return toTeamsUrl('/l/chat/0/0', parameters);
}

/**
 * The chat with the bot, with a draft that the person sends. The colon stays as it is, as in every published example
 * (docs/reference/teams-platform.md#links-to-a-chat-and-to-a-new-meeting).
 */
export function toBotChatUrl(botId: string, draft = ''): string {
  const message = draft === '' ? '' : `&message=${encodeURIComponent(draft)}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}${message}`;
}

interface Meeting {
  readonly subject: string;
  readonly start: Date;
  readonly minutes: number;
  readonly content: string;
}

/** The dialog for a new meeting. */
export function toMeetingUrl({ subject, start, minutes, content }: Meeting): string {
  const end = new Date(start.getTime() + minutes * 60_000);
  return toTeamsUrl('/l/meeting/new', {
    subject,
    startTime: start.toISOString(),
    endTime: end.toISOString(),
    content,
  });
}

/** `URLSearchParams` would write a space as `+`, which Teams shows as it is. */
function toTeamsUrl(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://teams.microsoft.com${path}?${query.join('&')}`;
}
