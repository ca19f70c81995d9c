let owner = "";

/** Readers of an embedded chat may share a browser: what one of them wrote there is not for the next. */
export function keepFor(reader: string): void {
  owner = `${reader}.`;
}

/** The name under which the browser keeps something of this reader's. */
export function keptName(thing: string): string {
  return `groundline.${owner}${thing}`;
}
