import { trustCertificate } from '../../support/trust-certificate';
import {
  ADA,
  BEN,
  alertsOf,
  reply,
  silent,
  start,
  type Behavior,
  type ConnectorCall,
  type Received,
  type Rig,
} from './teams-rig';

const CSV = '\uFEFFName,Open\r\nZoë,3\r\n';
const GONE_WRONG = 'error: Something went wrong. Please try again.';

interface UploadInfo {
  readonly contentUrl: string;
  readonly name: string;
  readonly uploadUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

let distrust: () => void = () => undefined;
afterEach(() => {
  distrust();
});

function offer(more: object = {}): object {
  return {
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'team.csv',
        content: {
          description: 'Your team',
          sizeInBytes: 21,
          acceptContext: { export: 'e1' },
          declineContext: { export: 'e2' },
        },
        ...more,
      },
    ],
  };
}

function fileCard({ contentUrl, name, uniqueId, fileType }: UploadInfo): object {
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return { attachments: [{ contentType, contentUrl, name, content: { uniqueId, fileType } }] };
}

function uploadInfoOf(rig: Rig): UploadInfo {
  return rig.received.at(-1)?.value?.['uploadInfo'] as UploadInfo;
}

interface Upload {
  readonly body?: string;
  readonly range?: string;
  readonly token?: string;
}

async function put({ uploadUrl }: UploadInfo, { body = CSV, range, token }: Upload = {}): Promise<number> {
  const size = Buffer.byteLength(body);
  const { status } = await fetch(uploadUrl, {
    method: 'PUT',
    headers: {
      'content-range': range ?? `bytes 0-${size - 1}/${size}`,
      ...(token !== undefined && { authorization: token }),
    },
    body,
  });
  return status;
}

/** Offers a file to the author of each message; `onDecision` gets the answer. */
async function startWithOffer(onDecision: Behavior = silent, message: object = offer()): Promise<Rig> {
  const rig = await start(async (activity, call) => {
    if (activity.type === 'invoke') return onDecision(activity, call);
    await reply(call, activity, message);
    return { status: 200 };
  });
  distrust = trustCertificate(rig.certificate);
  const ada = rig.teams.client(ADA);
  await ada.send(ada.personalChatId, 'export');
  return rig;
}

function lastOf({ teams }: Rig) {
  const ada = teams.client(ADA);
  const message = ada.timeline(ada.personalChatId).messages.at(-1);
  if (message === undefined) throw new Error('The chat is empty.');
  return message;
}

function decide(rig: Rig, decision: 'accept' | 'decline'): Promise<void> {
  return rig.teams.client(ADA).decideOnFile(lastOf(rig).id, decision);
}

/** Updates the message that an invoke names. */
async function replace(call: ConnectorCall, { conversation, replyToId = '' }: Received, message?: object) {
  const path = `v3/conversations/${encodeURIComponent(conversation.id)}/activities/${replyToId}`;
  const body = message && { type: 'message', ...message };
  return message === undefined ? call('DELETE', path) : call('PUT', path, { body });
}

describe('an offered file', () => {
  it('gives the bot an upload address when accepted', async () => {
    const rig = await startWithOffer();
    const shown = lastOf(rig);

    await decide(rig, 'accept');

    expect(shown.attachments).toMatchObject([{ name: 'team.csv', content: { sizeInBytes: 21 } }]);
    expect(rig.received.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'fileConsent/invoke',
      replyToId: shown.id,
      from: { aadObjectId: ADA },
      value: {
        type: 'fileUpload',
        action: 'accept',
        context: { export: 'e1' },
        uploadInfo: { name: 'team.csv', fileType: 'csv' },
      },
    });
    expect(uploadInfoOf(rig).uploadUrl).toMatch(/^https:/);
    expect(lastOf(rig).fileConsent).toBe('accepted');
    expect(alertsOf(rig)).toEqual([]);
  });

  it('gives no upload address when declined', async () => {
    const rig = await startWithOffer();

    await decide(rig, 'decline');

    expect(rig.received.at(-1)?.value).toEqual({
      type: 'fileUpload',
      action: 'decline',
      context: { export: 'e2' },
    });
    expect(lastOf(rig).fileConsent).toBe('declined');
  });

  it('is answered once', async () => {
    const rig = await startWithOffer();

    const both = await Promise.allSettled([decide(rig, 'accept'), decide(rig, 'decline')]);

    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(decide(rig, 'accept')).rejects.toThrow('answered');
  });

  it('can be answered again when the bot has failed', async () => {
    const answers = [{ status: 501 }, { status: 200 }];
    const rig = await startWithOffer(() => answers.shift() ?? { status: 500 });

    await decide(rig, 'accept');
    expect(alertsOf(rig)).toEqual([
      'protocolError: fileConsent/invoke wants HTTP 200, got HTTP 501.',
      GONE_WRONG,
    ]);
    expect(lastOf(rig)).not.toHaveProperty('fileConsent');
    await decide(rig, 'accept');

    expect(lastOf(rig).fileConsent).toBe('accepted');
  });

  it('is replaced by the bot’s update', async () => {
    const rig = await startWithOffer(async (activity, call) => {
      const { uploadInfo } = activity.value as unknown as { uploadInfo: UploadInfo };
      await put(uploadInfo);
      await replace(call, activity, fileCard(uploadInfo));
      return { status: 200 };
    });

    await decide(rig, 'accept');

    const { uniqueId, contentUrl } = uploadInfoOf(rig);
    const shown = lastOf(rig);
    expect(shown.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl,
        name: 'team.csv',
        content: { uniqueId, fileType: 'csv' },
      },
    ]);
    expect(shown).not.toHaveProperty('fileConsent');
    expect(rig.log.entries().map(({ title, status }) => `${title} ${status}`)).toEqual([
      'send offer of a file 201',
      'message "export" 200',
      'PUT file "team.csv" 201',
      'update file 200',
      'invoke fileConsent/invoke accept "team.csv" 200',
    ]);
  });

  it('can be taken back by the bot', async () => {
    const rig = await startWithOffer(async (activity, call) => {
      await replace(call, activity);
      return { status: 200 };
    });

    await decide(rig, 'decline');

    expect(lastOf(rig).text).toBe('export');
  });

  it.each<[string, object, string]>([
    ['a name', offer({ name: undefined }), 'File consent card: name'],
    ['a size', offer({ content: { description: '' } }), 'File consent card: content.sizeInBytes'],
    [
      'an https address, of a file',
      {
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.card.file.info',
            name: 'a.csv',
            contentUrl: 'http://x.example',
            content: { uniqueId: '1', fileType: 'csv' },
          },
        ],
      },
      'File card: contentUrl',
    ],
  ])('without %s is reported', async (_, message, problem) => {
    const rig = await startWithOffer(silent, message);

    expect(alertsOf(rig)).toEqual([expect.stringContaining(problem)]);
  });

  it('is allowed only in a personal chat', async () => {
    const rig = await startWithOffer();
    const ada = rig.teams.client(ADA);
    const group = ada.conversations().find(({ type }) => type === 'groupChat')?.id ?? '';
    await ada.send(group, '@Coursemate export');
    const { messages, alerts } = ada.timeline(group);

    expect(alerts).toMatchObject([{ text: 'The bot sent a file outside a personal chat.' }]);
    await expect(ada.decideOnFile(messages.at(-1)?.id ?? '', 'accept')).rejects.toThrow('personal chats');
  });

  it('cannot be answered by others, or in a message without one', async () => {
    const rig = await startWithOffer();
    const ada = rig.teams.client(ADA);
    const own = ada.timeline(ada.personalChatId).messages[0]?.id ?? '';

    await expect(rig.teams.client(BEN).decideOnFile(lastOf(rig).id, 'accept')).rejects.toThrow();
    await expect(ada.decideOnFile(own, 'accept')).rejects.toThrow('offers no file');
  });
});

describe('the upload address', () => {
  it('stores every byte for its owner', async () => {
    const rig = await startWithOffer();
    await decide(rig, 'accept');
    const info = uploadInfoOf(rig);

    expect(rig.drive.findFile(info.uniqueId)).toBeUndefined();
    expect(await put(info)).toBe(201);

    const file = rig.drive.findFile(info.uniqueId);
    expect(file).toMatchObject({ ownerId: ADA, name: 'team.csv' });
    expect(file?.bytes.toString()).toBe(CSV);
  });

  it('accepts one file', async () => {
    const rig = await startWithOffer();
    await decide(rig, 'accept');
    const info = uploadInfoOf(rig);

    expect([await put(info), await put(info)]).toEqual([201, 404]);
  });

  it.each<[string, Upload, number]>([
    ['a token', { token: 'Bearer connector-token' }, 401],
    ['no range', { range: '' }, 400],
    ['the range of a part', { range: 'bytes 0-9/100' }, 400],
    ['the range of another length', { range: 'bytes 0-99/100' }, 400],
  ])('refuses %s, and stays usable', async (_, upload, status) => {
    const rig = await startWithOffer();
    await decide(rig, 'accept');
    const info = uploadInfoOf(rig);

    expect(await put(info, upload)).toBe(status);
    expect(rig.drive.findFile(info.uniqueId)).toBeUndefined();
    expect(await put(info)).toBe(201);
  });

  it('is gone, with the upload sessions, when the drive is cleared', async () => {
    const rig = await startWithOffer();
    await decide(rig, 'accept');
    const info = uploadInfoOf(rig);
    const unused = rig.drive.beginUpload(ADA, 'another.csv');
    await put(info);
    expect(rig.drive.findFile(info.uniqueId)).toBeDefined();

    rig.drive.clear();

    expect(rig.drive.findFile(info.uniqueId)).toBeUndefined();
    expect(await put(unused)).toBe(404);
  });
});
