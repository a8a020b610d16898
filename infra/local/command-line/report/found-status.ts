/** What `report` says to whoever called it; faults are `exitStatus.couldNotRun`. */
export const foundStatus = { found: 0, nothingFound: 1 } as const;
