import { decode } from 'jsonwebtoken';
import * as z from 'zod/v4';

/** What the doctor reads of a token. Nothing is verified: who gave it is asked, and they check it. */
export type Claims = z.infer<typeof Claims>;
const Claims = z.object({
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  exp: z.number(),
  appid: z.string().optional(),
  /** Delegated permissions, with spaces between them. */
  scp: z.string().optional(),
  /** Application permissions. */
  roles: z.array(z.string()).default([]),
});

/** Undefined for what is no token of Entra's. */
export function readClaims(token: string): Claims | undefined {
  return Claims.safeParse(decode(token, { json: true })).data;
}

/** Ids are GUIDs, which some write in capitals. */
export function isSameId(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
