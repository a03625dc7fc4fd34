const beginning = 'Withdrawn on ';

/** What a report of quality says of an item that was withdrawn today. */
export function withdrawalReason(reason: string | null): string {
  const withdrawn = beginning + new Date().toISOString().slice(0, 10);
  return reason === null ? `${withdrawn}.` : `${withdrawn}: ${reason}`;
}

/** Whether an entry of a report of quality tells of a withdrawal, by a person, and of no rule. */
export const isWithdrawal = ({ reason }: { reason: string }): boolean => reason.startsWith(beginning);
