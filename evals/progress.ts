interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that is rewritten on a screen; in a log, one line per hundred cases and one at the end. */
export function createProgress(total: number, screen: Screen): (done: number, errored: number) => void {
  return (done, errored) => {
    const line = `${done}/${total} cases${errored > 0 ? `, ${errored} errored` : ""}`;
    if (screen.isTTY) screen.write(`\r${line}${done === total ? "\n" : ""}`);
    else if (done % 100 === 0 || done === total) screen.write(`${line}\n`);
  };
}
