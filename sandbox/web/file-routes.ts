import type { Router } from 'express';
import * as z from 'zod/v4';
import type { PageWorld } from './page-world';
import { messageOf, parseBody, type ClientOf } from './person-request';
import { ProblemError } from './problem';

const Decided = z.object({ decision: z.enum(['accept', 'decline']) });

/** Routes of files that the bot offers or has uploaded. */
export function addFileRoutes(router: Router, clientOf: ClientOf, drive: PageWorld['drive']): void {
  router.post('/messages/:message/file', async (request, response) => {
    const client = clientOf(request);
    const { decision } = parseBody(Decided, request);
    await client.decideOnFile(messageOf(request, client), decision);
    response.status(204).end();
  });
  router.get('/files/:file', (request, response) => {
    const { personId } = clientOf(request);
    const file = drive.findFile(request.params.file);
    if (file?.ownerId !== personId) throw new ProblemError(404, 'This person has no such file.');
    response.attachment(file.name).type('application/octet-stream').send(file.bytes);
  });
}
