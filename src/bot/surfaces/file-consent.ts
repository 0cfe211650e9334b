import type { TurnContext } from 'botbuilder';
import { textsFor } from '../../i18n/catalog';
import { answerInvoke, sendFileInfo, sendReply } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { fileConsentValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';
import type { AcceptedFile } from '../routes';
import type { RunSignedIn } from '../sign-in/run-signed-in';
import type { Turn } from '../turn';
import { uploadFile } from './upload-file';

/** Answers `fileConsent/invoke`: the user accepts or declines a file that the bot offered. */
export function createFileConsent(
  { dispatcher, fileUploadHosts: hosts, log }: BotDependencies,
  runSignedIn: RunSignedIn,
): TurnHandler {
  /** Deletes the answered offer. If that fails, the offer stays in the chat, which does no harm. */
  async function deleteOffer(context: TurnContext): Promise<void> {
    const { replyToId } = context.activity;
    if (replyToId === undefined) return;
    await context.deleteActivity(replyToId).catch((error: unknown) => {
      log.info({ error: error instanceof Error ? error.name : 'unknown' }, 'the file offer was not deleted');
    });
  }

  async function createFile(turn: Turn, context: unknown): Promise<AcceptedFile> {
    const work = dispatcher.get('acceptedFile', 'team/export').prepare(turn, context);
    if (typeof work === 'string') return { kind: 'text', text: work };
    const result = await runSignedIn(turn, {}, work);
    if (result.kind === 'done') return result.value;
    if (result.kind === 'refused') return result.reply;
    return { kind: 'text', text: textsFor(turn.locale).t('file.askAgain') };
  }

  return async (context, turn) => {
    const { data: value } = fileConsentValue.safeParse(context.activity.value);
    await answerInvoke(context, 200);
    if (value === undefined)
      return sendReply(context, { kind: 'text', text: textsFor(turn.locale).t('notice.unknownAction') });
    if (value.action === 'accept') {
      const file = await createFile(turn, value.context);
      if (file.kind !== 'file') return sendReply(context, file);
      await uploadFile(value.uploadInfo.uploadUrl, file.content, { hosts, signal: turn.signal });
      await sendFileInfo(context, file.name, value.uploadInfo);
    }
    await deleteOffer(context);
  };
}
