/** Runs pieces of work one after the other, in the order they were asked for; a failure does not stop the next. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function inTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
