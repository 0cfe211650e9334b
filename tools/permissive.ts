import satisfies from 'spdx-satisfies';

/** Licences that ask for no more than their text and the authors' names. Any other one is for a person to decide. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Whether an SPDX expression leaves a permissive choice; what is no SPDX expression does not. */
export function isPermissive(licence: string): boolean {
  try {
    return satisfies(licence, PERMISSIVE);
  } catch {
    return false;
  }
}
