import { decode } from 'jsonwebtoken';
import * as z from 'zod/v4';

/** Claims that the doctor reads. It verifies none: it sends the token to its issuer, which does. */
export type Claims = z.infer<typeof Claims>;
const Claims = z.object({
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  exp: z.number(),
  appid: z.string().optional(),
  /** Delegated permissions, separated by spaces. */
  scp: z.string().optional(),
  /** Application permissions. */
  roles: z.array(z.string()).default([]),
});

/** Returns the claims of an Entra token; undefined for anything else. */
export function readClaims(token: string): Claims | undefined {
  return Claims.safeParse(decode(token, { json: true })).data;
}

/** Compares two ids. They are GUIDs, which may be in upper or lower case. */
export function isSameId(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
