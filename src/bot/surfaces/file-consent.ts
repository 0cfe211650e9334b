import type { TurnContext } from 'botbuilder';
import { toAction, type ActionDataOf, type CardAction } from '../../cards/actions';
import { noticeCard } from '../../cards/notice';
import { textsFor } from '../../i18n/catalog';
import { noteRepeat } from '../activity/repeat';
import { answerInvoke, sendFileInfo, sendReply } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { fileConsentValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';
import { refusedActionNotice } from '../notices';
import { readActionData } from '../read-action-data';
import type { AcceptedFile } from '../routes';
import type { RunSignedIn } from '../sign-in/run-signed-in';
import type { Turn } from '../turn';
import { uploadFile } from './upload-file';

/** Answers `fileConsent/invoke`: the user accepts or declines a file that the bot offered. */
export function createFileConsent(
  { dispatcher, fileUploadHosts: hosts, registration, log }: BotDependencies,
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

  async function createFile(turn: Turn, data: ActionDataOf<'team/export'>): Promise<AcceptedFile> {
    const work = dispatcher.get('acceptedFile', 'team/export').prepare(turn, data);
    if (typeof work === 'string') return refusedActionNotice(turn, work, registration);
    const result = await runSignedIn(turn, {}, work);
    if (result.kind === 'done') return result.value;
    if (result.kind === 'refused') return result.reply;
    const sentence = textsFor(turn.locale).t('file.signInExpired');
    return noticeCard({ locale: turn.locale, tone: 'problem', sentence, action: toExport(turn, data) });
  }

  return async (context, turn) => {
    const { data: value } = fileConsentValue.safeParse(context.activity.value);
    await answerInvoke(context, 200);
    const refuse = (sentence: string): Promise<void> =>
      sendReply(context, refusedActionNotice(turn, sentence, registration));
    if (value === undefined) return refuse(textsFor(turn.locale).t('notice.unknownAction'));
    if (value.action === 'accept') {
      const data = readActionData('team/export', turn, value.context);
      if (typeof data === 'string') return refuse(data);
      noteRepeat(context, toExport(turn, data));
      const file = await createFile(turn, data);
      if (file.kind !== 'file') return sendReply(context, file);
      await uploadFile(value.uploadInfo.uploadUrl, file.content, { hosts, signal: turn.signal });
      await sendFileInfo(context, file.name, value.uploadInfo);
    }
    await deleteOffer(context);
  };
}

/** The button that offers the file again. */
function toExport({ locale }: Turn, data: ActionDataOf<'team/export'>): CardAction {
  return toAction(textsFor(locale).t('notice.tryAgain'), 'team/export', data);
}
