import type { Plural } from '../message.ts';
import type { en } from './en/index.ts';

type Shape<T> = T extends string
  ? string
  : // An area may have a message of the name `other`, too; the forms of a plural have no other names.
    keyof T extends Intl.LDMLPluralRule
    ? Plural
    : { readonly [K in keyof T]: Shape<T[K]> };

/** What each language says: the areas and keys of English. */
export type Messages = Shape<typeof en>;

/** The areas of the catalogue, a file each. */
export type Area = keyof Messages;

/** The key of a message: `area.name`. */
export type MessageKey = { [A in Area]: `${A}.${Extract<keyof Messages[A], string>}` }[Area];
